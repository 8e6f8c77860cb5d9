# A bucket bound in both branches is either of two names
import boto3

s3 = boto3.client("s3")


def handler(event, context):
    if event.get("kind") == "invoice":
        bucket = "invoices"
    else:
        bucket = "documents"
    s3.delete_object(Bucket=bucket, Key="latest.pdf")  #> s3.delete_object Bucket='documents'|'invoices' Key='latest.pdf'
