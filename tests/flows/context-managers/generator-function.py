# A generator under contextmanager yields the client
from contextlib import contextmanager

import boto3


@contextmanager
def queue(name):
    client = boto3.client("sqs")
    url = client.get_queue_url(QueueName=name)["QueueUrl"]  #> sqs.get_queue_url QueueName='jobs'
    try:
        yield client, url
    finally:
        client.close()


def handler(event, context):
    with queue("jobs") as (sqs, url):
        sqs.change_message_visibility(QueueUrl=url, ReceiptHandle="r", VisibilityTimeout=0)  #> sqs.change_message_visibility ReceiptHandle='r' VisibilityTimeout=0
