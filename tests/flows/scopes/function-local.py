# A local client hides the module's client of the same name
import boto3

client = boto3.client("s3")


def publish():
    client = boto3.client("sns")
    return client.list_topics()  #> sns.list_topics


def buckets():
    return client.list_buckets()  #> s3.list_buckets
