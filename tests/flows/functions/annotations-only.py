# Only annotations say what a parameter is
from __future__ import annotations
from typing import TYPE_CHECKING, Union

if TYPE_CHECKING:
    from mypy_boto3_sqs.client import SQSClient
    from mypy_boto3_sqs.service_resource import Queue
    from types_boto3_sns import SNSClient


def send(sqs: SQSClient, url: str) -> None:
    sqs.send_message(QueueUrl=url, MessageBody="x")  #> sqs.send_message QueueUrl=? MessageBody='x'


def push(queue: "Queue", sns: Union[SNSClient, None]) -> None:
    queue.send_message(MessageBody="x")  #> sqs.send_message through=resource:Queue.send_message MessageBody='x'
    sns.publish(TopicArn="arn:t", Message="x")  #> sns.publish TopicArn='arn:t'
