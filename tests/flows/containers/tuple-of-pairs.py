# A loop unpacks pairs of client and name
import boto3

TARGETS = ((boto3.client("s3"), "a"), (boto3.client("s3"), "b"))


def handler(event, context):
    for client, bucket in TARGETS:
        client.get_bucket_acl(Bucket=bucket)  #> s3.get_bucket_acl Bucket='a'|'b'
