# A class has methods named like operations, of which only the inner calls are any
import boto3


class Objects:
    def __init__(self):
        self._s3 = boto3.client("s3")

    def get_object(self, key):
        return self._s3.get_object(Bucket="media", Key=key)["Body"]  #> s3.get_object Bucket='media' Key='logo.svg'

    def list_buckets(self):
        return ["media"]


def handler(event, context):
    store = Objects()
    store.list_buckets()
    return store.get_object("logo.svg")
