# A table of a resource is kept in a dictionary
import boto3

dynamodb = boto3.resource("dynamodb")
tables = {"orders": dynamodb.Table("orders-v2"), "stock": dynamodb.Table("stock-v1")}


def handler(event, context):
    tables["orders"].put_item(Item={"id": event["id"]})  #> dynamodb.put_item through=resource:Table.put_item TableName='orders-v2' Item={}
    tables["stock"].scan(Limit=1)  #> dynamodb.scan through=resource:Table.scan TableName='stock-v1' Limit=1
