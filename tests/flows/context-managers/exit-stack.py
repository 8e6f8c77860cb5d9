# An ExitStack enters what yields the client
from contextlib import ExitStack, closing

import boto3


def handler(event, context):
    with ExitStack() as stack:
        source = stack.enter_context(closing(boto3.client("s3")))
        return source.get_bucket_ownership_controls(Bucket="b")  #> s3.get_bucket_ownership_controls Bucket='b'
