# An enum's values are services
from enum import Enum
import boto3


class Service(Enum):
    S3 = "s3"
    SQS = "sqs"

    def client(self):
        return boto3.client(self.value)


Service.S3.client().list_buckets()  #> s3.list_buckets
Service("sqs").client().list_queues()  #> sqs.list_queues
Service["S3"].client().get_bucket_acl(Bucket="b")  #> s3.get_bucket_acl Bucket='b'
