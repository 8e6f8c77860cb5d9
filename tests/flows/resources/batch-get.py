# Operations of the service on several tables
import boto3

dynamodb = boto3.resource("dynamodb")


def handler(event, context):
    return dynamodb.batch_get_item(RequestItems={"t": {"Keys": []}})  #> dynamodb.batch_get_item through=resource:ServiceResource.batch_get_item RequestItems={}
