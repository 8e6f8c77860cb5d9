# A table's actions carry its name
import boto3

table = boto3.resource("dynamodb").Table("orders")


def handler(event, context):
    table.put_item(Item={"id": "1"})  #> dynamodb.put_item through=resource:Table.put_item TableName='orders' Item={}
    table.query(IndexName="by-day")  #> dynamodb.query through=resource:Table.query TableName='orders' IndexName='by-day'
    table.delete()  #> dynamodb.delete_table through=resource:Table.delete TableName='orders'
