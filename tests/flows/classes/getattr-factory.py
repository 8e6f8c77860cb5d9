# __getattr__ makes a client by its name
import boto3


class Aws:
    def __getattr__(self, name):
        return boto3.client(name)


aws = Aws()
aws.s3.list_buckets()  #> s3.list_buckets
aws.sqs.list_queues()  #> sqs.list_queues
