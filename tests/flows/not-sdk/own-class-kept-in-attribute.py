# The same kept in attributes and passed on
import boto3


class FakeS3:
    def get_object(self, Bucket, Key):
        return {"Body": b""}

    def list_buckets(self):
        return {"Buckets": []}


class Reader:
    def __init__(self, client=None):
        self.client = client or FakeS3()

    def read(self):
        self.client.list_buckets()
        return self.client.get_object(Bucket="b", Key="k")


def go(client):
    return client.list_buckets()


Reader(FakeS3()).read()
go(FakeS3())
sts = boto3.client("sts")
