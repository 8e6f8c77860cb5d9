# A client's method is submitted to a pool
from concurrent.futures import ThreadPoolExecutor

import boto3

s3 = boto3.client("s3")


def handler(event, context):
    with ThreadPoolExecutor(max_workers=4) as pool:
        future = pool.submit(s3.get_object, Bucket="b", Key="k")  #> s3.get_object Bucket='b' Key='k'
        return future.result()["ContentLength"]
