# A parameter named like a module's client is not that client
import boto3

s3 = boto3.client("s3")


def copy_settings(s3):
    return s3.copy()


def handler(event, context):
    settings = copy_settings({"bucket": "b"})
    s3.get_bucket_location(Bucket="b")  #> s3.get_bucket_location Bucket='b'
    return settings
