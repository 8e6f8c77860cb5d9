# setattr in a loop over services
import boto3


class Clients:
    def __init__(self):
        for name in ("s3", "sqs"):
            setattr(self, name, boto3.client(name))


clients = Clients()
clients.s3.list_buckets()  #> s3.list_buckets
clients.sqs.list_queues()  #> sqs.list_queues
