# Clients from a generator expression
import boto3

s3, sqs = (boto3.client(n) for n in ("s3", "sqs"))


def run():
    s3.list_buckets()  #> s3.list_buckets
    sqs.list_queues()  #> sqs.list_queues
