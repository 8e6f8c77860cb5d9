# Parenthesised with items over lines
import boto3
import contextlib


@contextlib.contextmanager
def client(name):
    c = boto3.client(name)
    try:
        yield c
    finally:
        c.close()


def run():
    with (
        client("s3") as s3,
        client("sqs") as sqs,
    ):
        s3.list_buckets()  #> s3.list_buckets
        sqs.list_queues()  #> sqs.list_queues
