# A decorator of a library passes a context by itself: which positions the others take is not known
import os

import boto3
from durable import step

s3 = boto3.client("s3")


@step
def archive(context, bucket, key):
    s3.get_object(Bucket=bucket, Key=key)  #> s3.get_object Bucket=? Key=?


@step
def report(context, bucket, key="today"):
    s3.put_object(Bucket=bucket, Key=key)  #> s3.put_object Bucket=$REPORTS


@step
def plain(bucket, key):
    s3.head_object(Bucket=bucket, Key=key)  #> s3.head_object Bucket='exports' Key='a.csv'


def handler(event, context):
    archive(os.environ["ARCHIVE"], event["key"])
    report(bucket=os.environ["REPORTS"])
    plain("exports", "a.csv")
