# Tests with moto, a fixture and a class under test
# file: storage.py
import boto3


class Storage:
    def __init__(self, bucket, client=None):
        self.bucket = bucket
        self.client = client or boto3.client("s3")

    def read(self, key):
        return self.client.get_object(Bucket=self.bucket, Key=key)["Body"].read()  #> s3.get_object
# file: tests/test_storage.py
import boto3
import pytest
from moto import mock_aws
from storage import Storage


@pytest.fixture
def s3():
    with mock_aws():
        client = boto3.client("s3", region_name="us-east-1")
        client.create_bucket(Bucket="test")  #> s3.create_bucket test Bucket='test'
        yield client


def test_read(s3):
    s3.put_object(Bucket="test", Key="k", Body=b"x")  #> s3.put_object test Bucket='test' Key='k'
    assert Storage("test", s3).read("k") == b"x"
