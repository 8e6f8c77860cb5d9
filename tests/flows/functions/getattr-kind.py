# A helper picks client or resource by name, and the service too
import boto3


def get(kind, service):
    return getattr(boto3, kind)(service)


def handler(event, context):
    get("client", "s3").list_buckets()  #> s3.list_buckets
    get("resource", "dynamodb").Table("carts").delete_item(Key={"id": "1"})  #> dynamodb.delete_item through=resource:Table.delete_item TableName='carts'
