# A mapping proxy of factories
from types import MappingProxyType
import boto3

FACTORIES = MappingProxyType({"s3": lambda: boto3.client("s3"), "t": lambda: boto3.resource("dynamodb").Table("t")})


def run():
    FACTORIES["s3"]().list_buckets()  #> s3.list_buckets
    FACTORIES["t"]().scan()  #> dynamodb.scan through=resource:Table.scan TableName='t'
