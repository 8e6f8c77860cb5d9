# The same of buckets and objects
import boto3

s3 = boto3.resource("s3")


def handler(event, context):
    s3.Bucket("b").upload_file("/tmp/x", "k")  #> s3.put_object through=* Bucket='b' Key='k' ...
    s3.Object("b", "k").download_file("/tmp/y")  #> s3.get_object through=* Bucket='b' Key='k' ...
    s3.meta.client.upload_file("/tmp/x", "b", "k", ExtraArgs={"ACL": "private"})  #> s3.put_object through=transfer:upload_file Bucket='b' Key='k' ...
