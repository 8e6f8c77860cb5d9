# A decorator that throws its function away gives something else
import boto3

s3 = boto3.client("s3")


def disabled(function):
    return lambda *args, **kwargs: None


@disabled
def dangerous(bucket):
    s3.delete_bucket(Bucket=bucket)  #> s3.delete_bucket Bucket=?


def handler(event, context):
    result = dangerous("b")
    return result
