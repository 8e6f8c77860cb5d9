# A relative import of a sibling module, used through its name
# file: service/handler.py
from . import gateway


def handler(event, context):
    return gateway.client().get_item(TableName=gateway.TABLE, Key={"pk": {"S": "1"}})  #> dynamodb.get_item TableName='sessions' Key={}
# file: service/__init__.py
# file: service/gateway.py
import boto3

TABLE = "sessions"


def client():
    return boto3.client("dynamodb")
