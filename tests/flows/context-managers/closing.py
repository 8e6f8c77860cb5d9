# contextlib.closing gives the client that it closes
from contextlib import closing

import boto3


def handler(event, context):
    with closing(boto3.client("lightsail")) as client:
        return client.get_domains()  #> lightsail.get_domains
