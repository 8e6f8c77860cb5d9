# Keys by os.path.join, and posixpath under another name
import os
from posixpath import join

import boto3

s3 = boto3.client("s3")
ROOT = "exports"


def handler(event, context):
    s3.delete_object(Bucket="b", Key=os.path.join(ROOT, "2026", "all.csv"))  #> s3.delete_object Key='exports/2026/all.csv'
    s3.head_object(Bucket="b", Key=join(ROOT, event["name"]))  #> s3.head_object Key~'exports/*'
