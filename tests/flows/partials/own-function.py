# A partial of a function of the program brings the client
from functools import partial

import boto3


def delete(client, table, key):
    client.delete_item(TableName=table, Key=key)  #> dynamodb.delete_item TableName='carts' Key={}


delete_cart = partial(delete, boto3.client("dynamodb"), "carts")


def handler(event, context):
    delete_cart({"id": {"S": "1"}})
