# A member of a string enum is the string, and names the service
from enum import Enum

import boto3


class Service(str, Enum):
    QUEUE = "sqs"
    STREAM = "kinesis"


def handler(event, context):
    boto3.client(Service.QUEUE.value).list_queues()  #> sqs.list_queues
    boto3.client(Service.STREAM).list_streams()  #> kinesis.list_streams
