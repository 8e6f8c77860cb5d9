# The bucket of a constant URI is cut out
import boto3

URI = "s3://lake/raw/2026"


def handler(event, context):
    bucket, prefix = URI.replace("s3://", "").split("/", 1)
    boto3.client("s3").list_objects_v2(Bucket=bucket, Prefix=prefix)  #> s3.list_objects_v2 Bucket='lake' Prefix='raw/2026'
