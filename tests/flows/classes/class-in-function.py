# A class made inside a function
import boto3


def make(service):
    client = boto3.client(service)

    class Wrapper:
        def list(self):
            return client.list_queues()  #> sqs.list_queues

    return Wrapper()


make("sqs").list()
