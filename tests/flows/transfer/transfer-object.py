# S3Transfer as a context manager
import boto3
from boto3.s3.transfer import S3Transfer


def run():
    with S3Transfer(client=boto3.client("s3")) as transfer:
        transfer.download_file("b", "k", "/tmp/k")  #> s3.get_object through=* Bucket='b' Key='k' ...
        transfer.upload_file("/tmp/k", "b", "k", extra_args={"ACL": "private"})  #> s3.put_object through=* Bucket='b' Key='k' ...
