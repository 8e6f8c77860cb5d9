# Names by join, over a list and over what is not all known
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    s3.head_object(Bucket="-".join(["acme", "eu", "logs"]), Key="/".join(("a", event["b"], "c.txt")))  #> s3.head_object Bucket='acme-eu-logs' Key~'a/*/c.txt'
