# A client is passed to a helper
import boto3


def store(client, key, body):
    client.put_object(Bucket="results", Key=key, Body=body)  #> s3.put_object Bucket='results' Key='out.json' Body=?


def handler(event, context):
    store(boto3.client("s3"), "out.json", event["body"])
