# A package's __init__ hands on what its module makes
from storage import bucket_client


def handler(event, context):
    bucket_client.put_bucket_tagging(Bucket="b", Tagging={"TagSet": []})  #> s3.put_bucket_tagging Bucket='b' Tagging={}
# file: storage/__init__.py
from .clients import s3 as bucket_client
# file: storage/clients.py
import boto3

s3 = boto3.client("s3")
