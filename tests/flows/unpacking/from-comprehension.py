# Clients are unpacked from a list comprehension
import boto3

dynamodb, kinesis = [boto3.client(name) for name in ("dynamodb", "kinesis")]


def handler(event, context):
    dynamodb.list_tables()  #> dynamodb.list_tables
    kinesis.list_shards(StreamName="s")  #> kinesis.list_shards StreamName='s'
