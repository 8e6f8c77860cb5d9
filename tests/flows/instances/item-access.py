# An object gives clients by item access
import boto3


class Clients:
    def __getitem__(self, name):
        return boto3.client(name)


clients = Clients()


def handler(event, context):
    clients["guardduty"].list_detectors()  #> guardduty.list_detectors
