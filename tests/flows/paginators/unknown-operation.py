# Which operation is paged is not known
import boto3


def handler(event, context):
    client = boto3.client("ec2")
    return client.get_paginator(event["operation"]).paginate()  #> unresolved
