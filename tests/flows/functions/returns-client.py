# A function that returns a client
import boto3


def queue_client():
    return boto3.client("sqs", region_name="us-west-2")


def handler(event, context):
    queue_client().send_message_batch(QueueUrl="q", Entries=[])  #> sqs.send_message_batch QueueUrl='q'
