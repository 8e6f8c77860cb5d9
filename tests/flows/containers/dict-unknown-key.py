# A key that is not known gives any of the clients
import boto3

CLIENTS = {"a": boto3.client("s3", region_name="eu-west-1"), "b": boto3.client("s3", region_name="us-east-1")}


def handler(event, context):
    CLIENTS[event["region"]].list_buckets()  #> s3.list_buckets
