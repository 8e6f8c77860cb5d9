# A function of the program named like a builtin hides it
import boto3


def open(key):
    return boto3.client("s3").get_object(Bucket="library", Key=key)  #> s3.get_object Bucket='library' Key='catalogue.csv'


def handler(event, context):
    return open("catalogue.csv")["Body"].read()
