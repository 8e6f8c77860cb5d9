# A session is built from a role that the environment names
import os

import boto3


def assumed(role):
    credentials = boto3.client("sts").assume_role(RoleArn=role, RoleSessionName="x")["Credentials"]  #> sts.assume_role RoleArn=$ROLE_ARN
    return boto3.Session(
        aws_access_key_id=credentials["AccessKeyId"],
        aws_secret_access_key=credentials["SecretAccessKey"],
        aws_session_token=credentials["SessionToken"],
    )


def handler(event, context):
    session = assumed(os.environ["ROLE_ARN"])
    session.client("organizations").list_accounts()  #> organizations.list_accounts identity=assumed-role($ROLE_ARN)
    boto3.client("sqs").list_queues()  #> sqs.list_queues
