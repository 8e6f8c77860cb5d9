# Services come out of the SDK's own list
import boto3


def handler(event, context):
    session = boto3.Session()
    for name in session.get_available_services():
        client = session.client(name)
        client.list_tags_for_resource(ResourceArn="arn:x")  #> unresolved
