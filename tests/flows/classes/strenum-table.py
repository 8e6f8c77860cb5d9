# A string enum names tables
from enum import StrEnum
import boto3


class Tables(StrEnum):
    USERS = "users"
    ORDERS = "orders"


ddb = boto3.resource("dynamodb")


def run():
    ddb.Table(Tables.USERS).scan()  #> dynamodb.scan through=resource:Table.scan TableName='users'
    ddb.Table(Tables.ORDERS.value).scan()  #> dynamodb.scan through=resource:Table.scan TableName='orders'
    ddb.Table(f"dev-{Tables.ORDERS}").scan()  #> dynamodb.scan through=resource:Table.scan TableName='dev-orders'
