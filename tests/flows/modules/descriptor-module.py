# A descriptor that makes clients, used by a class elsewhere
# file: fields.py
import boto3


class AwsClient:
    def __init__(self, service, **options):
        self.service = service
        self.options = options

    def __get__(self, instance, owner):
        return boto3.client(self.service, **self.options)
# file: app.py
from fields import AwsClient


class App:
    queue = AwsClient("sqs", region_name="eu-west-1")

    def push(self, body):
        self.queue.send_message(QueueUrl="q", MessageBody=body)  #> sqs.send_message QueueUrl='q' MessageBody='x'


App().push("x")
