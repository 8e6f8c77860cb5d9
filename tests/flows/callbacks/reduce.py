# functools.reduce calls a function with each element
from functools import reduce

import boto3

dynamodb = boto3.client("dynamodb")


def add(total, table):
    return total + dynamodb.describe_table(TableName=table)["Table"]["ItemCount"]  #> dynamodb.describe_table TableName='a'|'b'


def handler(event, context):
    return reduce(add, ["a", "b"], 0)
