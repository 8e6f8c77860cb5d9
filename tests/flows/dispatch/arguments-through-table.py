# Arguments reach the functions of a table
import boto3


def list_rows(client, name):
    return client.scan(TableName=name)  #> dynamodb.scan TableName='t'


def describe(client, name):
    return client.describe_limits()  #> dynamodb.describe_limits


COMMANDS = {"rows": list_rows, "describe": describe}


def handler(event, context):
    command = COMMANDS.get(event["command"], describe)
    return command(boto3.client("dynamodb"), "t")
