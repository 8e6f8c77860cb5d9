# A name that grows in a loop has no end and stays unknown or a pattern
import boto3


def handler(event, context):
    prefix = "a"
    while len(prefix) < event["depth"]:
        prefix = prefix + "/a"
    boto3.client("s3").list_objects_v2(Bucket="b", Prefix=prefix)  #> s3.list_objects_v2 Bucket='b' Prefix=*
