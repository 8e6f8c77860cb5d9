# A star import brings what __all__ names
from aws import *


def handler(event, context):
    logs.create_log_group(logGroupName="/app")  #> logs.create_log_group logGroupName='/app'
# file: aws.py
import boto3

__all__ = ["logs"]
logs = boto3.client("logs")
_private = boto3.client("s3")
