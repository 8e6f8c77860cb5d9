# A helper module of sessions and roles
# file: aws/session.py
import boto3

_sessions = {}


def get_session(role_arn=None):
    if role_arn is None:
        return boto3.Session()
    if role_arn not in _sessions:
        c = boto3.client("sts").assume_role(RoleArn=role_arn, RoleSessionName="app")["Credentials"]  #> sts.assume_role RoleArn='arn:aws:iam::1:role/writer'
        _sessions[role_arn] = boto3.Session(
            aws_access_key_id=c["AccessKeyId"],
            aws_secret_access_key=c["SecretAccessKey"],
            aws_session_token=c["SessionToken"],
        )
    return _sessions[role_arn]
# file: aws/__init__.py
from .session import get_session
# file: jobs/read.py
from aws import get_session


def run():
    return get_session().client("s3").get_object(Bucket="b", Key="k")  #> s3.get_object Bucket='b' Key='k'
# file: jobs/write.py
from aws import get_session

WRITER = "arn:aws:iam::1:role/writer"


def run():
    get_session(WRITER).client("s3").put_object(Bucket="b", Key="k")  #> s3.put_object identity=assumed-role('arn:aws:iam::1:role/writer') Bucket='b'
