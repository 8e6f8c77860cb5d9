# A loop binds its variable to one client after the other
import boto3

s3_reports = boto3.client("s3", region_name="eu-west-1")
s3_archive = boto3.client("s3", region_name="us-east-1")


def sweep():
    for client in (s3_reports, s3_archive):
        client.delete_object(Bucket="tmp", Key="lock")  #> s3.delete_object Bucket='tmp' Key='lock'
    return client.list_buckets()  #> s3.list_buckets
