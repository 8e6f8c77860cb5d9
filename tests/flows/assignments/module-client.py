# A client made once at module level is used in a Lambda handler
import json

import boto3

s3 = boto3.client("s3")
BUCKET = "reports"


def handler(event, context):
    response = s3.get_object(Bucket=BUCKET, Key=event["key"])  #> s3.get_object Bucket='reports' Key=?
    body = response["Body"].read()
    return json.loads(body or "{}")
