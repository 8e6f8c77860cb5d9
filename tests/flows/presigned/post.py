# A form for uploading
import boto3


def handler(event, context):
    return boto3.client("s3").generate_presigned_post(Bucket="in", Key="u/${filename}")  #> s3.put_object through=presigned Bucket='in'
