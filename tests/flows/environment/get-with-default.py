# Variables with defaults, by get and by getenv
import os
from os import environ, getenv

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    s3.get_bucket_lifecycle_configuration(Bucket=environ.get("BUCKET", "fallback"))  #> s3.get_bucket_lifecycle_configuration Bucket=$BUCKET|'fallback'
    s3.get_bucket_tagging(Bucket=getenv("BUCKET", default="other"))  #> s3.get_bucket_tagging Bucket=$BUCKET|'other'
    s3.get_bucket_request_payment(Bucket=os.getenv("BUCKET"))  #> s3.get_bucket_request_payment Bucket=$BUCKET
