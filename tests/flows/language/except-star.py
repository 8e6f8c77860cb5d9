# Exception groups
import boto3

s3 = boto3.client("s3")


def run():
    try:
        s3.list_buckets()  #> s3.list_buckets
    except* ValueError:
        s3.get_bucket_cors(Bucket="b")  #> s3.get_bucket_cors Bucket='b'
