# Methods of a dictionary are no operations, those of its client are
import boto3


def handler(event, context):
    options = {"client": boto3.client("s3"), "bucket": "b"}
    again = options.copy()
    client = again.pop("client")
    return client.get_bucket_cors(Bucket=again["bucket"])  #> s3.get_bucket_cors Bucket='b'
