# A parameter's annotation says which client it is
from mypy_boto3_s3 import S3Client
from mypy_boto3_dynamodb.client import DynamoDBClient
from types_boto3_sqs import SQSClient


def move(s3: S3Client, dynamodb: DynamoDBClient, sqs: SQSClient) -> None:
    s3.copy_object(Bucket="b", Key="k", CopySource="a/k")  #> s3.copy_object Bucket='b' Key='k' CopySource='a/k'
    dynamodb.list_tables()  #> dynamodb.list_tables
    sqs.list_queues()  #> sqs.list_queues
