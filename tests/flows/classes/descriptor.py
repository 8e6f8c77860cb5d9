# A descriptor makes the client
import boto3


class Client:
    def __init__(self, service):
        self.service = service

    def __get__(self, instance, owner):
        return boto3.client(self.service)


class App:
    s3 = Client("s3")
    sqs = Client("sqs")

    def run(self):
        self.s3.list_buckets()  #> s3.list_buckets
        self.sqs.list_queues()  #> sqs.list_queues
