# A package run by -m
# file: tool/__main__.py
from .cli import main

main()
# file: tool/__init__.py
# file: tool/cli.py
import boto3


def main(client=None):
    (client or boto3.client("s3")).list_buckets()  #> s3.list_buckets
