# zip and enumerate give the elements of what they go over
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    for index, (bucket, key) in enumerate(zip(["a", "b"], ("x", "y"))):
        s3.restore_object(Bucket=bucket, Key=key)  #> s3.restore_object Bucket='a'|'b' Key='x'|'y'
