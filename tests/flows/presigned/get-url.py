# A link for reading is signed, and the operation is what it allows
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    return s3.generate_presigned_url("get_object", Params={"Bucket": "private", "Key": event["key"]}, ExpiresIn=60)  #> s3.get_object through=presigned Bucket='private' Key=?
