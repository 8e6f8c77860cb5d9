# A dictionary under a variable's value gives any of its values
import os

import boto3

BUCKETS = {"dev": "app-dev", "prod": "app-prod"}


def handler(event, context):
    boto3.client("s3").get_bucket_policy_status(Bucket=BUCKETS[os.environ["STAGE"]])  #> s3.get_bucket_policy_status Bucket='app-dev'|'app-prod'
