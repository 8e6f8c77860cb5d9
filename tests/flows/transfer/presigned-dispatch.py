# The method is chosen by the request
import boto3

s3 = boto3.client("s3")
METHODS = {"GET": "get_object", "PUT": "put_object"}


def handler(event, context):
    return s3.generate_presigned_url(METHODS[event["httpMethod"]], Params={"Bucket": "b", "Key": "k"})  #> s3.get_object through=presigned Bucket='b'; s3.put_object through=presigned Bucket='b'
