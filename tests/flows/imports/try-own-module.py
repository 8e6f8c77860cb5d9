# An own module is imported by its package, or by its name where it runs as a script
try:
    from .names import QUEUE
except ImportError:
    from names import QUEUE

import boto3


def handler(event, context):
    return boto3.client("sqs").get_queue_url(QueueName=QUEUE)  #> sqs.get_queue_url QueueName='orders'
# file: names.py
QUEUE = "orders"
