# An inner function reads the client of the function around it
import boto3


def uploader(bucket):
    s3 = boto3.client("s3")

    def upload(key, body):
        s3.put_object(Bucket=bucket, Key=key, Body=body)  #> s3.put_object Bucket='exports' Key='index.html' Body=*

    return upload


def handler(event, context):
    upload = uploader("exports")
    upload("index.html", b"<html>")
