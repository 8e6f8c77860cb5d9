# Django's settings are not in the program's sight
import boto3
from django.conf import settings


def presign(name):
    s3 = boto3.client("s3", region_name=settings.AWS_REGION)
    return s3.get_object_attributes(Bucket=settings.AWS_BUCKET, Key=f"private/{name}", ObjectAttributes=["ETag"])  #> s3.get_object_attributes Bucket=? Key~'private/*'
