# A defaultdict makes a client for whatever is missing
from collections import defaultdict

import boto3

clients = defaultdict(lambda: boto3.client("s3"))


def handler(event, context):
    clients["eu"].get_bucket_logging(Bucket="b")  #> s3.get_bucket_logging Bucket='b'
