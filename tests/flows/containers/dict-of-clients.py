# Clients in a dictionary, each under a literal key
import boto3

CLIENTS = {"objects": boto3.client("s3"), "rows": boto3.client("dynamodb"), "series": boto3.client("timestream-write")}


def handler(event, context):
    CLIENTS["rows"].list_tables()  #> dynamodb.list_tables
    CLIENTS["series"].list_tables(DatabaseName="m")  #> timestream-write.list_tables DatabaseName='m'
    CLIENTS.get("objects").list_buckets()  #> s3.list_buckets
