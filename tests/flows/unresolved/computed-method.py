# The method is computed
import boto3

client = boto3.client("ec2")


def handler(event, context):
    return getattr(client, event["operation"])(DryRun=True)  #> unresolved
