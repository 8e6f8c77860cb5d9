# A stub file gives types and no calls
from clients import make


def handler(event, context):
    return make("x").list_tables()  #> dynamodb.list_tables
# file: clients.pyi
from mypy_boto3_dynamodb import DynamoDBClient

def make(name: str) -> DynamoDBClient: ...
# file: clients.py
from acme.hidden import make
