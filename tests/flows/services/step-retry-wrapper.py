# A call wrapper with retries
import time
import boto3
from botocore.exceptions import ClientError


def with_retries(call, *args, attempts=3, **kwargs):
    for i in range(attempts):
        try:
            return call(*args, **kwargs)  #> ssm.get_parameter Name='/a'; s3.list_buckets
        except ClientError:
            time.sleep(2 ** i)


ssm = boto3.client("ssm")
with_retries(ssm.get_parameter, Name="/a")
with_retries(boto3.client("s3").list_buckets, attempts=5)
