# The arguments are a literal dictionary
import boto3

client = boto3.client("dynamodb")
QUERY = {"TableName": "orders", "IndexName": "by-day", "KeyConditionExpression": "d = :d"}


def handler(event, context):
    return client.query(**QUERY, ExpressionAttributeValues={":d": {"S": event["day"]}})  #> dynamodb.query TableName='orders' IndexName='by-day' ExpressionAttributeValues={}
