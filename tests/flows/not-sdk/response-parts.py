# What a response holds has methods too
import boto3


def handler(event, context):
    body = boto3.client("s3").get_object(Bucket="b", Key="k")["Body"]  #> s3.get_object Bucket='b' Key='k'
    lines = list(body.iter_lines())
    body.close()
    exception = boto3.client("s3").exceptions.NoSuchBucket
    return lines, exception, body.read()
