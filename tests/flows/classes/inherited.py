# A subclass uses the client that its base makes through super
import boto3


class Base:
    service = "sqs"

    def __init__(self):
        self.client = boto3.client("sqs")


class Worker(Base):
    def __init__(self, url):
        super().__init__()
        self.url = url

    def poll(self):
        return self.client.receive_message(QueueUrl=self.url, WaitTimeSeconds=20)  #> sqs.receive_message QueueUrl='https://sqs.example/jobs' WaitTimeSeconds=20


def handler(event, context):
    return Worker("https://sqs.example/jobs").poll()
