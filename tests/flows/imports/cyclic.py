# Two modules import each other, one of them inside a function
# file: orders.py
import boto3
import billing

dynamodb = boto3.client("dynamodb")


def handler(event, context):
    billing.charge(event["id"])


def mark(order):
    dynamodb.update_item(TableName="orders", Key={"id": {"S": order}})  #> dynamodb.update_item TableName='orders' Key={}
# file: billing.py
import boto3


def charge(order):
    from orders import mark

    boto3.client("payment-cryptography-data").verify_mac(KeyIdentifier="k", MacAlgorithm="x", Mac="0", MessageData="0")  #> payment-cryptography-data.verify_mac KeyIdentifier='k'
    mark(order)
