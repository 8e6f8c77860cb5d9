# A function returns a table of a resource, and another keeps it in a dictionary
import boto3

_tables = {}


def table(name):
    if name not in _tables:
        _tables[name] = boto3.resource("dynamodb").Table(name)
    return _tables[name]


def handler(event, context):
    table("orders").update_item(Key={"id": event["id"]})  #> dynamodb.update_item through=resource:Table.update_item Key={}
