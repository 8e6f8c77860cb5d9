# What is cut out of an unknown URI is unknown
import boto3


def handler(event, context):
    bucket, _, key = event["uri"].removeprefix("s3://").partition("/")
    boto3.client("s3").get_object(Bucket=bucket, Key=key)  #> s3.get_object Bucket=? Key=?
