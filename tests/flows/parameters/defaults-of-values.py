# A default joins with what one caller passes
import boto3


def latest(prefix="daily/"):
    return boto3.client("s3").list_objects_v2(Bucket="b", Prefix=prefix)  #> s3.list_objects_v2 Bucket='b' Prefix='daily/'|'hourly/'


latest()
latest("hourly/")
