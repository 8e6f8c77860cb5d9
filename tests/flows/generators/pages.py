# A generator performs the calls while it is consumed
import boto3


def pages(client, bucket):
    token = {}
    while True:
        page = client.list_objects_v2(Bucket=bucket, **token)  #> s3.list_objects_v2 Bucket='big'
        yield from page.get("Contents", [])
        if not page.get("IsTruncated"):
            return
        token = {"ContinuationToken": page["NextContinuationToken"]}


def handler(event, context):
    return sum(item.get("Size", 0) for item in pages(boto3.client("s3"), "big"))
