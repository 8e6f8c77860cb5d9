# Two functions' folders have a module of one name each
# file: ingest/app.py
from config import TARGET
import boto3


def handler(event, context):
    boto3.client("s3").put_object(Bucket=TARGET, Key="a")  #> s3.put_object Bucket='raw' Key='a'
# file: ingest/config.py
TARGET = "raw"
# file: export/app.py
from config import TARGET
import boto3


def handler(event, context):
    boto3.client("s3").put_object(Bucket=TARGET, Key="b")  #> s3.put_object Bucket='public' Key='b'
# file: export/config.py
TARGET = "public"
