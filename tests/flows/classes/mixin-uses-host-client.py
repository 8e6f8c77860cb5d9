# The mixin uses what its host sets
import boto3


class TagMixin:
    def tag(self, key):
        self.client.put_object_tagging(Bucket=self.bucket, Key=key, Tagging={"TagSet": []})  #> s3.put_object_tagging Bucket='data'


class Store(TagMixin):
    bucket = "data"

    def __init__(self):
        self.client = boto3.client("s3")


Store().tag("k")
