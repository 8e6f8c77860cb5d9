# A variable's annotation where its value says nothing
import json

import boto3
from mypy_boto3_glue import GlueClient

from acme.clients import get


def handler(event, context):
    client: GlueClient = get("glue")
    return json.dumps(client.get_tables(DatabaseName="lake"))  #> glue.get_tables DatabaseName='lake'
