# From a part to the whole
import boto3

s3 = boto3.resource("s3")


def handler(event, context):
    item = s3.Object("b", "k")
    item.Bucket().Policy().delete()  #> s3.delete_bucket_policy through=resource:BucketPolicy.delete Bucket='b'
