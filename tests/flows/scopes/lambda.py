# A lambda closes over a client and takes the key
import boto3

s3 = boto3.client("s3")
exists = lambda key: s3.head_object(Bucket="cache", Key=key)["ContentLength"] > 0  #> s3.head_object Bucket='cache' Key='model.bin'


def handler(event, context):
    return exists("model.bin")
