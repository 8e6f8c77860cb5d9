# Another cloud's client lists tables and buckets
import boto3
from google.cloud import bigquery, storage


def handler(event, context):
    tables = list(bigquery.Client().list_tables("dataset"))
    buckets = list(storage.Client().list_buckets())
    return len(tables), len(buckets), boto3.client("s3").list_buckets()  #> s3.list_buckets
