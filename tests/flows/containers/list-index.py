# Clients in a list, taken by their index
import boto3

clients = [boto3.client("dynamodb"), boto3.client("timestream-write")]


def handler(event, context):
    clients[0].list_tables()  #> dynamodb.list_tables
    clients[-1].list_tables(DatabaseName="m")  #> timestream-write.list_tables DatabaseName='m'
