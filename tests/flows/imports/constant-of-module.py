# A bucket's name is a constant of another module
from settings import BUCKET
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    return s3.list_objects_v2(Bucket=BUCKET, Prefix="in/")  #> s3.list_objects_v2 Bucket='landing-zone' Prefix='in/'
# file: settings.py
STAGE = "zone"
BUCKET = f"landing-{STAGE}"
