# A generator yields a client for each region
import boto3


def clients():
    for region in ("eu-west-1", "us-east-1"):
        yield boto3.client("ec2", region_name=region)


def handler(event, context):
    for client in clients():
        client.describe_addresses()  #> ec2.describe_addresses
