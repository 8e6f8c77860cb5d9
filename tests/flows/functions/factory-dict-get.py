# A factory through dict.get with a default
import boto3

NAMES = {"objects": "s3", "queues": "sqs"}


def client_for(kind):
    return boto3.client(NAMES.get(kind, "s3"))


client_for("queues").list_queues()  #> sqs.list_queues
client_for("objects").list_buckets()  #> s3.list_buckets
