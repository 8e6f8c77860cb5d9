# An environment variable inside a string leaves a pattern
import os

import boto3

STAGE = os.environ["STAGE"]


def handler(event, context):
    boto3.client("dynamodb").describe_table(TableName=f"orders-{STAGE}-v2")  #> dynamodb.describe_table TableName~'orders-*-v2'
