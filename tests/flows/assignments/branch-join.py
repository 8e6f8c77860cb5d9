# A name bound in both branches is either client after them
import os

import boto3

if os.environ.get("STORE") == "dynamodb":
    store = boto3.client("dynamodb")
else:
    store = boto3.client("timestream-write")


def handler(event, context):
    return store.list_tables()  #> dynamodb.list_tables; timestream-write.list_tables
