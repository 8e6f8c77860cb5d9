# Config objects
import boto3
import botocore
from botocore import UNSIGNED
from botocore.config import Config

config = Config(region_name="us-west-2", retries={"max_attempts": 10})
boto3.client("s3", config=config).list_buckets()  #> s3.list_buckets
boto3.client("s3", config=botocore.client.Config(signature_version="s3v4")).head_bucket(Bucket="b")  #> s3.head_bucket Bucket='b'
