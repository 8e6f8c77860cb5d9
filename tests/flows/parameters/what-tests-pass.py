# What tests pass to a function counts where the program says nothing, and never alone
# file: app.py
import boto3

s3 = boto3.client("s3")


def load(bucket):
    s3.get_object(Bucket=bucket, Key="k")  #> s3.get_object Bucket='reports'


def remove(bucket, client):
    client.delete_bucket(Bucket=bucket)  #> s3.delete_bucket Bucket='test-bucket'|?


def archive(bucket):
    s3.list_objects_v2(Bucket=bucket)  #> s3.list_objects_v2 Bucket=?


def handler(event, context):
    load("reports")
    archive(event["bucket"])
# file: tests/test_app.py
import boto3

from app import archive, load, remove


def test_all():
    load("test-bucket")
    archive("test-bucket")
    remove("test-bucket", boto3.client("s3"))
