# One factory makes clients of several services, one for each name it is given
import boto3


def make_client(service):
    return boto3.client(service, region_name="eu-west-1")


def handler(event, context):
    make_client("s3").list_buckets()  #> s3.list_buckets
    make_client("dynamodb").list_tables()  #> dynamodb.list_tables
    make_client("redshift-data").list_tables(Database="dev")  #> redshift-data.list_tables Database='dev'
