# The bucket's name comes back from a function in another module, given a stage
import boto3
from buckets import bucket_of


def handler(event, context):
    boto3.client("s3").get_bucket_policy(Bucket=bucket_of("media"))  #> s3.get_bucket_policy Bucket='acme-media'
# file: buckets.py
PREFIX = "acme"


def bucket_of(name):
    return f"{PREFIX}-{name}"
