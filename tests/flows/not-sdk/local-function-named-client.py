# An own function named client
import boto3


class Thing:
    def list_queues(self):
        return []


def client(name):
    return Thing()


def resource(name):
    return {}


client("sqs").list_queues()
resource("s3").copy()
boto3.client("sqs").list_queues()  #> sqs.list_queues
