# A module of the program has the name of a library's module but lives in a package
from vendorlib.boto3 import client


def handler(event, context):
    return client("s3").get_object(Bucket="b", Key="k")
# file: vendorlib/__init__.py
# file: vendorlib/boto3.py
class FakeClient:
    def get_object(self, Bucket, Key):
        return (Bucket, Key)


def client(name):
    return FakeClient()
