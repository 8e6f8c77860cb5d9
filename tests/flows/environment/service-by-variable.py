# A service that the environment names is unknown
import os

import boto3

client = boto3.client(os.environ["SERVICE"])


def handler(event, context):
    return client.describe_clusters()  #> unresolved
