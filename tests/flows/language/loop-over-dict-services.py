# A loop over services and operations
import boto3

CHECKS = {"s3": "list_buckets", "sqs": "list_queues"}

for service, operation in CHECKS.items():
    getattr(boto3.client(service), operation)()  #> s3.list_buckets; sqs.list_queues
