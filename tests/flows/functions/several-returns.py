# A function returns one of two clients
import boto3


def store(kind):
    if kind == "blob":
        return boto3.client("s3")
    return boto3.client("efs")


def handler(event, context):
    client = store(event["kind"])
    return client.list_tags_for_resource(ResourceId="fs-1")  #> efs.list_tags_for_resource ResourceId='fs-1'
