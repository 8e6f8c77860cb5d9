# A bunch of clients made elsewhere
# file: bunch.py
class Bunch:
    def __init__(self, **items):
        for name, item in items.items():
            setattr(self, name, item)
# file: main.py
import boto3
from bunch import Bunch
from work import run

run(Bunch(s3=boto3.client("s3"), sqs=boto3.client("sqs")))
# file: work.py
def run(clients):
    clients.s3.list_buckets()  #> s3.list_buckets
    clients.sqs.send_message(QueueUrl="q", MessageBody="m")  #> sqs.send_message QueueUrl='q'
