# One assignment binds two names to one client
import boto3

reader = writer = boto3.client("dynamodb")


def handler(event, context):
    item = reader.get_item(TableName="users", Key={"id": {"S": event["id"]}})  #> dynamodb.get_item TableName='users' Key={}
    writer.put_item(TableName="audit", Item={"id": {"S": event["id"]}})  #> dynamodb.put_item TableName='audit' Item={}
    return item.get("Item")
