# _make_api_call with its API name
import boto3

client = boto3.client("s3")
client._make_api_call("ListBuckets", {})  #> s3.list_buckets
