# A client made by code that is not there
import boto3
from acme.clients import make_client

client = make_client("prod")


def handler(event, context):
    client.list_tags_for_resource(ResourceArn="arn:x")  #> unresolved
    return boto3.__version__
