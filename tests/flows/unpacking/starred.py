# A starred target takes the middle
import boto3

NAMES = ("first", "x", "y", "last")


def handler(event, context):
    head, *middle, tail = NAMES
    s3 = boto3.client("s3")
    s3.head_bucket(Bucket=head)  #> s3.head_bucket Bucket='first'
    s3.get_bucket_acl(Bucket=tail)  #> s3.get_bucket_acl Bucket='last'
    for name in middle:
        s3.delete_bucket(Bucket=name)  #> s3.delete_bucket Bucket='x'|'y'
