# Re-exports with __all__ and as
# file: pkg/__init__.py
from .impl import make_client as client, TABLE

__all__ = ["client", "TABLE"]
# file: pkg/impl.py
import boto3

TABLE = "users"


def make_client():
    return boto3.client("dynamodb")
# file: main.py
from pkg import *

client().get_item(TableName=TABLE, Key={})  #> dynamodb.get_item TableName='users'
