# Slices and repeats of constants
import boto3

ARN = "arn:aws:s3:::reports"


def handler(event, context):
    boto3.client("s3").get_bucket_notification_configuration(Bucket=ARN.split(":")[-1])  #> s3.get_bucket_notification_configuration Bucket='reports'
    boto3.client("s3").get_bucket_replication(Bucket=ARN[len("arn:aws:s3:::"):])  #> s3.get_bucket_replication Bucket=*
