# A function that makes the client is passed instead of the client
import boto3


def with_client(make, bucket):
    return make().get_bucket_versioning(Bucket=bucket)  #> s3.get_bucket_versioning Bucket='b'


with_client(lambda: boto3.client("s3"), "b")
