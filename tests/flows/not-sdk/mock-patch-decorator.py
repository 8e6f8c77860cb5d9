# A patched client in a test
# file: app.py
import boto3


def save(key):
    s3 = boto3.client("s3")
    s3.put_object(Bucket="b", Key=key)  #> s3.put_object Bucket='b'
# file: tests/test_app.py
from unittest.mock import MagicMock, Mock, patch

import app


@patch("app.boto3.client")
def test_save(client):
    s3 = client.return_value
    app.save("k")
    s3.put_object.assert_called_once_with(Bucket="b", Key="k")
    s3.get_object.return_value = {}
    s3.get_object(Bucket="b", Key="k")


def test_mock():
    table = Mock()
    table.scan()
    table.put_item(Item={})
    MagicMock(name="boto3").client("s3").list_buckets()
