# A variable that must be set names the table
import os

import boto3

TABLE = os.environ["TABLE_NAME"]
dynamodb = boto3.client("dynamodb")


def handler(event, context):
    dynamodb.put_item(TableName=TABLE, Item={})  #> dynamodb.put_item TableName=$TABLE_NAME Item={}
