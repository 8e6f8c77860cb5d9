# The role's account comes in the event
import boto3


def session_for(account):
    role = f"arn:aws:iam::{account}:role/audit"
    credentials = boto3.client("sts").assume_role(RoleArn=role, RoleSessionName="audit")["Credentials"]  #> sts.assume_role RoleArn~'arn:aws:iam::*:role/audit'
    return boto3.session.Session(credentials["AccessKeyId"], credentials["SecretAccessKey"], credentials["SessionToken"])


def handler(event, context):
    iam = session_for(event["account"]).client("iam")
    return iam.list_users()  #> iam.list_users identity=assumed-role(~'arn:aws:iam::*:role/audit')
