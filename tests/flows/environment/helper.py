# A helper reads variables for its callers
import os

import boto3


def required(name):
    value = os.environ.get(name)
    if not value:
        raise RuntimeError(f"{name} is not set")
    return value


def handler(event, context):
    boto3.client("ses").send_raw_email(Source=required("SENDER"), RawMessage={"Data": b""})  #> ses.send_raw_email Source=$SENDER RawMessage={}
