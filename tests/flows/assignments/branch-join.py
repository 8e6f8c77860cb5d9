# A name bound in both branches is either client after them
import os

import boto3

if os.environ.get("STORE") == "dynamodb":
    store = boto3.client("dynamodb")
else:
    store = boto3.client("timestream-write")


def handler(event, context):
    return store.describe_table(TableName="readings")  #> dynamodb.describe_table TableName='readings'; timestream-write.describe_table TableName='readings'
