# Modules in a table
# file: handlers/__init__.py
from . import s3, sqs

HANDLERS = {"s3": s3, "sqs": sqs}
# file: handlers/s3.py
def run(session):
    return session.client("s3").list_buckets()  #> s3.list_buckets
# file: handlers/sqs.py
def run(session):
    return session.client("sqs").list_queues()  #> sqs.list_queues
# file: main.py
import boto3
from handlers import HANDLERS


def handler(event, context):
    return HANDLERS[event["kind"]].run(boto3.Session())
