# Methods of constant strings
import boto3

s3 = boto3.client("s3")
NAME = " Acme_Reports "


def handler(event, context):
    bucket = NAME.strip().lower().replace("_", "-")
    s3.get_bucket_website(Bucket=bucket)  #> s3.get_bucket_website Bucket='acme-reports'
    s3.get_bucket_encryption(Bucket="A".lower() + "b".upper().lower())  #> s3.get_bucket_encryption Bucket='ab'
