# Two classes that name each other as their bases' attributes
import boto3


class Node:
    def __init__(self, client, parent=None):
        self.client = client
        self.parent = parent or self

    def root(self):
        return self.parent if self.parent is self else self.parent.root()


def handler(event, context):
    leaf = Node(boto3.client("eks"), Node(boto3.client("eks")))
    return leaf.root().client.list_clusters()  #> eks.list_clusters
