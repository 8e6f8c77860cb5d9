# A cycle of constants that names itself ends as unknown, not as a hang
# file: a.py
import b
import boto3

NAME = b.NAME


def handler(event, context):
    return boto3.client("sqs").get_queue_url(QueueName=NAME)  #> sqs.get_queue_url QueueName=*
# file: b.py
import a

NAME = getattr(a, "NAME", "fallback")
