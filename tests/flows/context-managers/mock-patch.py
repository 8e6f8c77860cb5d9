# patch replaces a client by a mock, whose calls are nobody's
from unittest import mock

import boto3


def upload(client):
    client.put_object(Bucket="b", Key="k")  #> s3.put_object Bucket='b' Key='k'


def dry_run():
    with mock.patch("boto3.client") as fake:
        fake.return_value.get_object.return_value = {}
        return fake.called


upload(boto3.client("s3"))
