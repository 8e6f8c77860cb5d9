# A variable that the module sets itself, and one that it reads in a condition
import os

import boto3

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-west-1")
if os.environ.get("DEBUG", "").lower() in ("1", "true"):
    GROUP = "debug"
else:
    GROUP = os.environ["LOG_GROUP"]


def handler(event, context):
    boto3.client("logs").describe_log_streams(logGroupName=GROUP)  #> logs.describe_log_streams logGroupName='debug'|$LOG_GROUP
