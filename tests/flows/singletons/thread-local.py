# A thread's own client in a local object
import threading

import boto3

local = threading.local()


def client():
    if not hasattr(local, "s3"):
        local.s3 = boto3.client("s3")
    return local.s3


def handler(event, context):
    client().list_buckets()  #> s3.list_buckets
