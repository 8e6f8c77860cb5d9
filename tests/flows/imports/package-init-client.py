# A package's __init__ makes the client
# file: aws/__init__.py
import boto3

s3 = boto3.client("s3")
# file: main.py
import aws
from aws import s3 as store

aws.s3.list_buckets()  #> s3.list_buckets
store.get_bucket_acl(Bucket="b")  #> s3.get_bucket_acl Bucket='b'
