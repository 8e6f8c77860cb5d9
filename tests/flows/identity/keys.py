# Keys in the call of the client, literal and from the environment
import os

import boto3

literal = boto3.client("s3", aws_access_key_id="AKIAIOSFODNN7EXAMPLE", aws_secret_access_key="x")
read = boto3.Session(os.environ["KEY_ID"], os.environ["KEY_SECRET"]).client("s3")


def handler(event, context):
    literal.list_buckets()  #> s3.list_buckets identity=keys
    read.head_bucket(Bucket="b")  #> s3.head_bucket identity=keys Bucket='b'
