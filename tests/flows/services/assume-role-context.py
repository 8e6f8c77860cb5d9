# A context manager gives a session of another account
import contextlib
import boto3


@contextlib.contextmanager
def account(account_id, role="Admin"):
    sts = boto3.client("sts")
    c = sts.assume_role(RoleArn=f"arn:aws:iam::{account_id}:role/{role}", RoleSessionName="x")["Credentials"]  #> sts.assume_role RoleArn='arn:aws:iam::111:role/Admin'
    yield boto3.Session(aws_access_key_id=c["AccessKeyId"], aws_secret_access_key=c["SecretAccessKey"], aws_session_token=c["SessionToken"])


with account("111") as session:
    session.client("s3").list_buckets()  #> s3.list_buckets identity=assumed-role('arn:aws:iam::111:role/Admin')
