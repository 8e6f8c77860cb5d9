# Arguments are added to the dictionary later
import boto3


def handler(event, context):
    arguments = {"Bucket": "logs"}
    arguments["Prefix"] = "2026/"
    if "after" in event:
        arguments["StartAfter"] = event["after"]
    arguments.update(MaxKeys=100)
    return boto3.client("s3").list_objects_v2(**arguments)  #> s3.list_objects_v2 Bucket='logs' Prefix='2026/' MaxKeys=100
