# A global that one function sets is read by another
import boto3

table_name = "jobs"
dynamodb = None


def init():
    global dynamodb
    dynamodb = boto3.client("dynamodb")


def handler(event, context):
    if dynamodb is None:
        init()
    return dynamodb.scan(TableName=table_name)  #> dynamodb.scan TableName='jobs'
