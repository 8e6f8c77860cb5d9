# A factory annotated for one service and called for another is what its body says
import boto3


def client(name: str) -> "botocore.client.BaseClient":
    return boto3.client(name)


def handler(event, context):
    client("memorydb").describe_clusters()  #> memorydb.describe_clusters
