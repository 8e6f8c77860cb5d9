# Connections of a websocket
import json
import boto3


def post(event, data):
    domain, stage = event["requestContext"]["domainName"], event["requestContext"]["stage"]
    gateway = boto3.client("apigatewaymanagementapi", endpoint_url=f"https://{domain}/{stage}")
    try:
        gateway.post_to_connection(ConnectionId=event["id"], Data=json.dumps(data))  #> apigatewaymanagementapi.post_to_connection
    except gateway.exceptions.GoneException:
        boto3.resource("dynamodb").Table("connections").delete_item(Key={"id": event["id"]})  #> dynamodb.delete_item through=resource:Table.delete_item TableName='connections'
