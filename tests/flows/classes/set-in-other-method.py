# A method other than __init__ makes the client
import boto3


class Consumer:
    def __init__(self):
        self.client = None

    def connect(self):
        self.client = boto3.client("kafka")

    def clusters(self):
        self.connect()
        return self.client.list_clusters_v2()  #> kafka.list_clusters_v2


def handler(event, context):
    return Consumer().clusters()
