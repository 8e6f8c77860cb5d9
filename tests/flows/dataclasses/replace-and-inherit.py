# A dataclass inherits fields, and replace changes one of them
from dataclasses import dataclass, replace

import boto3


@dataclass
class Base:
    queue: str = "https://sqs.example/base"


@dataclass
class Job(Base):
    name: str = "job"


def handler(event, context):
    sqs = boto3.client("sqs")
    sqs.send_message(QueueUrl=Job().queue, MessageBody=Job(name="x").name)  #> sqs.send_message QueueUrl='https://sqs.example/base' MessageBody='x'
    sqs.purge_queue(QueueUrl=replace(Job(), queue="https://sqs.example/other").queue)  #> sqs.purge_queue QueueUrl=*
