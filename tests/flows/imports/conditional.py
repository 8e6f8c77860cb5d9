# Which client is imported depends on the environment
import os

if os.environ.get("LOCAL"):
    from local_clients import client
else:
    from cloud_clients import client


def handler(event, context):
    return client.list_streams()  #> kinesis.list_streams
# file: local_clients.py
import boto3


class Local:
    def __init__(self):
        self.firehose = boto3.client("firehose")

    def list_streams(self):
        return self.firehose.list_delivery_streams()  #> firehose.list_delivery_streams


client = Local()
# file: cloud_clients.py
import boto3

client = boto3.client("kinesis")
