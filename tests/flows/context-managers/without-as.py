# A with statement over something else leaves the client as it is
import threading

import boto3

lock = threading.Lock()
client = boto3.client("mq")


def handler(event, context):
    with lock:
        return client.list_brokers()  #> mq.list_brokers
