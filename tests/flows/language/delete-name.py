# A name is deleted and bound again
import boto3

c = boto3.client("s3")
c.list_buckets()  #> s3.list_buckets
del c
c = boto3.client("sqs")
c.list_queues()  #> sqs.list_queues
