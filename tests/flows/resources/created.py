# Creating gives the resource that was created
import boto3

dynamodb = boto3.resource("dynamodb")


def handler(event, context):
    table = dynamodb.create_table(TableName="new", KeySchema=[], AttributeDefinitions=[])  #> dynamodb.create_table through=resource:ServiceResource.create_table TableName='new'
    table.wait_until_exists()  #> dynamodb.describe_table through=*
    table.put_item(Item={})  #> dynamodb.put_item through=resource:Table.put_item Item={}
