# A session is passed where a client is needed
import boto3


def count(session, service="dynamodb"):
    return len(session.client(service).list_tables()["TableNames"])  #> dynamodb.list_tables


def handler(event, context):
    return count(boto3.Session())
