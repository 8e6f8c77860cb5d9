# A named helper calls the general one
import boto3


def client(service):
    return boto3.client(service)


def s3():
    return client("s3")


def dynamodb():
    return client("dynamodb")


def handler(event, context):
    s3().list_buckets()  #> s3.list_buckets
    dynamodb().list_tables()  #> dynamodb.list_tables
