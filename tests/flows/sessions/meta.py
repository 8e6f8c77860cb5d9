# The client behind a resource, and the resource's session
import boto3

s3 = boto3.resource("s3")
table = boto3.resource("dynamodb").Table("t")


def handler(event, context):
    s3.meta.client.head_bucket(Bucket="b")  #> s3.head_bucket Bucket='b'
    table.meta.client.describe_table(TableName=table.name)  #> dynamodb.describe_table TableName='t'
    s3.Bucket("c").meta.client.list_buckets()  #> s3.list_buckets
