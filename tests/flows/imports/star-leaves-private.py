# A star import leaves names with an underscore, so the own one stays
import boto3

_client = boto3.client("iam")
from other import *


def handler(event, context):
    return _client.list_roles()  #> iam.list_roles
# file: other.py
import boto3

_client = boto3.client("ec2")
