# Dictionaries that are filled with each other and with themselves
import boto3

options = {"Bucket": "exports"}
more = {"Key": "today"}


def fill():
    options.update(options)
    options.update(more)
    more.update(options)


def handler(event, context):
    fill()
    boto3.client("s3").get_object(**options)  #> s3.get_object Key='today'
    boto3.client("s3").head_object(**more)  #> s3.head_object Key=*
