# A client is read as an attribute of the module that makes it
import clients


def handler(event, context):
    clients.sqs.delete_message(QueueUrl=clients.QUEUE, ReceiptHandle=event["receipt"])  #> sqs.delete_message QueueUrl='https://sqs.example/q' ReceiptHandle=?
# file: clients.py
import boto3

QUEUE = "https://sqs.example/q"
sqs = boto3.client("sqs")
