# A constant of another module is made by a call in that module
import boto3

from naming import TABLE


def handler(event, context):
    boto3.client("dynamodb").delete_item(TableName=TABLE, Key={"pk": {"S": "1"}})  #> dynamodb.delete_item TableName='shop-prod-orders'
# file: naming.py
def qualified(name, stage="prod"):
    return "-".join(["shop", stage, name])


TABLE = qualified("orders")
