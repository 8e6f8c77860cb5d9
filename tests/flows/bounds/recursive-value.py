# A function whose result needs itself
import boto3


def bucket(depth):
    if depth == 0:
        return "base"
    return bucket(depth - 1) + "-x"


def handler(event, context):
    boto3.client("s3").head_bucket(Bucket=bucket(3))  #> s3.head_bucket Bucket=*
