# Environment read in a class body
import os
import boto3


class Env:
    TABLE = os.environ["TABLE_NAME"]
    BUCKET = os.environ.get("BUCKET_NAME", default="none")
    PREFIX = f"{os.environ['STAGE']}/data"


def run():
    boto3.resource("dynamodb").Table(Env.TABLE).scan()  #> dynamodb.scan through=resource:Table.scan TableName=$TABLE_NAME
    boto3.client("s3").list_objects_v2(Bucket=Env.BUCKET, Prefix=Env.PREFIX)  #> s3.list_objects_v2 Bucket=$BUCKET_NAME|'none' Prefix=*
