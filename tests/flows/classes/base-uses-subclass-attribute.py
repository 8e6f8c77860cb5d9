# The base makes the client that the subclass names
import boto3


class Service:
    service_name = None

    def __init__(self):
        self.client = boto3.client(self.service_name)


class Streams(Service):
    service_name = "kinesis"

    def names(self):
        return self.client.list_streams()["StreamNames"]  #> kinesis.list_streams


class Parameters(Service):
    service_name = "ssm"

    def names(self):
        return self.client.describe_parameters()["Parameters"]  #> ssm.describe_parameters


def handler(event, context):
    return Streams().names() + Parameters().names()
