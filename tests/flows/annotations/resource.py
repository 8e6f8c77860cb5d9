# Annotations of resources, tables and buckets
from mypy_boto3_dynamodb.service_resource import DynamoDBServiceResource, Table
from mypy_boto3_s3.service_resource import Bucket


def save(dynamodb: DynamoDBServiceResource, table: Table, bucket: Bucket):
    dynamodb.Table("t").scan()  #> dynamodb.scan through=resource:Table.scan TableName='t'
    table.put_item(Item={})  #> dynamodb.put_item through=resource:Table.put_item Item={}
    bucket.put_object(Key="k")  #> s3.put_object through=resource:Bucket.put_object Key='k'
