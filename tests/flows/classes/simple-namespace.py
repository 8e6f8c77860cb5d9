# Clients in a SimpleNamespace
from types import SimpleNamespace
import boto3

aws = SimpleNamespace(s3=boto3.client("s3"), kms=boto3.client("kms"))


def run():
    aws.s3.list_buckets()  #> s3.list_buckets
    aws.kms.list_keys()  #> kms.list_keys
