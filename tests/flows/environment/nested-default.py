# The default of one variable is another
import os

import boto3

BUCKET = os.getenv("UPLOAD_BUCKET", os.getenv("BUCKET", "uploads"))


def handler(event, context):
    boto3.client("s3").list_multipart_uploads(Bucket=BUCKET)  #> s3.list_multipart_uploads Bucket=$UPLOAD_BUCKET|$BUCKET|'uploads'
