# A client goes down three levels, by position and by keyword
import boto3


def run(client, table):
    return load(table, client=client)


def load(table, *, client):
    return fetch_page(client, {"TableName": table, "Limit": 25})


def fetch_page(dynamo, arguments):
    return dynamo.scan(**arguments)  #> dynamodb.scan TableName='events' Limit=25


run(boto3.client("dynamodb"), "events")
