# A loop over a tuple of names fills the dictionary
import boto3

clients = {}
for service in ("s3", "dynamodb", "redshift-data"):
    clients[service] = boto3.client(service)


def handler(event, context):
    clients["s3"].list_buckets()  #> s3.list_buckets
    clients["dynamodb"].list_tables()  #> dynamodb.list_tables
    clients["redshift-data"].list_tables(Database="dev")  #> redshift-data.list_tables Database='dev'
