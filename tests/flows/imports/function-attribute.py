# A client as attribute of a function
import boto3


def handler(event, context):
    return handler.s3.list_buckets()  #> s3.list_buckets


handler.s3 = boto3.client("s3")
