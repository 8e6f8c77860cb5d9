# functools.singledispatch picks the function by type
from functools import singledispatch

import boto3

sqs = boto3.client("sqs")


@singledispatch
def send(message):
    raise TypeError


@send.register
def _(message: str):
    sqs.send_message(QueueUrl="q", MessageBody=message)  #> sqs.send_message QueueUrl='q' MessageBody=*


@send.register(list)
def _(message):
    sqs.send_message_batch(QueueUrl="q", Entries=message)  #> sqs.send_message_batch QueueUrl='q'


def handler(event, context):
    send("hello")
    send([])
