# A Thread subclass with run
import threading
import boto3


class Worker(threading.Thread):
    def __init__(self, queue_url):
        super().__init__(daemon=True)
        self.sqs = boto3.client("sqs")
        self.queue_url = queue_url

    def run(self):
        while True:
            self.sqs.receive_message(QueueUrl=self.queue_url)  #> sqs.receive_message QueueUrl='u'


Worker("u").start()
