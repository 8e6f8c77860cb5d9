# Keys that default to None are the chain's own
import boto3


def client(key=None, secret=None):
    return boto3.client("s3", aws_access_key_id=key, aws_secret_access_key=secret)


def handler(event, context):
    client().list_buckets()  #> s3.list_buckets
