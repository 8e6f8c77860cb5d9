# What comes in the event is unknown
import boto3


def lambda_handler(event, context):
    record = event["Records"][0]["s3"]
    bucket = record["bucket"]["name"]
    key = record["object"]["key"]
    boto3.client("s3").get_object(Bucket=bucket, Key=key, ExpectedBucketOwner="111122223333")  #> s3.get_object Bucket=? Key=? ExpectedBucketOwner='111122223333'
