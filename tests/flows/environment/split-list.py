# Parts of a variable are not known
import os

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for bucket in os.environ["BUCKETS"].split(","):
        s3.head_bucket(Bucket=bucket)  #> s3.head_bucket Bucket=?
