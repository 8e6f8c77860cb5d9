# An annotated assignment binds like any other
from typing import Any

import boto3

client: Any = boto3.client("ssm")
name: str
name = "/app/prod/flag"


def handler(event, context):
    return client.get_parameter(Name=name, WithDecryption=True)  #> ssm.get_parameter Name='/app/prod/flag' WithDecryption=True
