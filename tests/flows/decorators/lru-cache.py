# A cached factory, with and without arguments of the decorator
from functools import cache, lru_cache

import boto3


@lru_cache(maxsize=None)
def client(service):
    return boto3.client(service)


@cache
def table_name():
    return "ledger"


def handler(event, context):
    client("dynamodb").describe_continuous_backups(TableName=table_name())  #> dynamodb.describe_continuous_backups TableName='ledger'
    client("kinesisvideo" if event.get("video") else "kinesis").list_streams()  #> kinesis.list_streams; kinesisvideo.list_streams
