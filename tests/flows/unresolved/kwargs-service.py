# The service comes in keyword arguments that are not known
import boto3


def handler(event, context):
    client = boto3.client(**event["client"])
    return client.describe_clusters()  #> unresolved
