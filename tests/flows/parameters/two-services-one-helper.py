# One helper gets clients of two services from its call sites
import boto3


def tables_of(client, **kwargs):
    return client.list_tables(**kwargs)  #> dynamodb.list_tables; timestream-write.list_tables


def handler(event, context):
    tables_of(boto3.client("dynamodb"))
    tables_of(boto3.client("timestream-write"), DatabaseName="iot")
