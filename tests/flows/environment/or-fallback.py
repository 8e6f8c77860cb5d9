# A variable that may be missing or empty gives way to a literal
import os

import boto3

QUEUE = os.environ.get("QUEUE_URL") or "https://sqs.example/default"


def handler(event, context):
    boto3.client("sqs").get_queue_attributes(QueueUrl=QUEUE)  #> sqs.get_queue_attributes QueueUrl=$QUEUE_URL|'https://sqs.example/default'
