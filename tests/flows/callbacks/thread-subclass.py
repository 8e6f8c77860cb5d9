# A thread's own run method
import threading

import boto3


class Poller(threading.Thread):
    def __init__(self, url):
        super().__init__(daemon=True)
        self.url = url
        self.sqs = boto3.client("sqs")

    def run(self):
        self.sqs.receive_message(QueueUrl=self.url)  #> sqs.receive_message QueueUrl='https://sqs.example/p'


def handler(event, context):
    poller = Poller("https://sqs.example/p")
    poller.start()
    poller.join()
