# A folder without __init__ is a package too
from tools.cloud.queues import purge


def handler(event, context):
    purge("https://sqs.example/dead")
# file: tools/cloud/queues.py
import boto3

sqs = boto3.client("sqs")


def purge(url):
    sqs.purge_queue(QueueUrl=url)  #> sqs.purge_queue QueueUrl='https://sqs.example/dead'
