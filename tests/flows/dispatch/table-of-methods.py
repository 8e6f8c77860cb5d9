# A table of bound methods of a client
import boto3

s3 = boto3.client("s3")
OPERATIONS = {"get": s3.get_object, "head": s3.head_object}


def handler(event, context):
    return OPERATIONS[event["operation"]](Bucket="b", Key="k")  #> s3.get_object Bucket='b' Key='k'; s3.head_object Bucket='b' Key='k'
