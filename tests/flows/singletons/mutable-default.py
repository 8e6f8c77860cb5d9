# A mutable default keeps the client between calls
import boto3


def client(_cache={}):
    if "c" not in _cache:
        _cache["c"] = boto3.client("cognito-identity")
    return _cache["c"]


def handler(event, context):
    client().list_identity_pools(MaxResults=10)  #> cognito-identity.list_identity_pools MaxResults=10
