# A partial of an operation that others call performs what it keeps, wherever that is
from functools import partial

import boto3
from elsewhere import run_later

s3 = boto3.client("s3")
run_later(partial(s3.put_object, Bucket="exports"))  #> s3.put_object Bucket='exports'
stored = {"put": partial(s3.delete_object, Bucket="exports")}  #> s3.delete_object Bucket='exports'


class Exports:
    def __init__(self):
        self._get = partial(s3.get_object, Bucket="exports")  #> either s3.get_object Bucket='exports'

    def read(self, key):
        return self._get(Key=key)  #> either s3.get_object Bucket='exports' Key=*


def handler(event, context):
    return Exports().read(event["key"])
