# The transfer object around a client
import boto3
from boto3.s3.transfer import S3Transfer, TransferConfig

transfer = S3Transfer(boto3.client("s3"), TransferConfig(max_concurrency=2))


def handler(event, context):
    transfer.upload_file("/tmp/a", "b", "k")  #> s3.put_object through=* Bucket='b' Key='k' ...
