# A link for writing, all by keyword
import os

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    params = {"Bucket": os.environ["BUCKET"], "Key": "in/" + event["name"]}
    return s3.generate_presigned_url(ClientMethod="put_object", Params=params, HttpMethod="PUT")  #> s3.put_object through=presigned Bucket=$BUCKET Key~'in/*'
