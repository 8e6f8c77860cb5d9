import os
from collections.abc import Iterator
from typing import TYPE_CHECKING

import boto3
import pytest
from moto import mock_aws

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table
    from mypy_boto3_s3 import S3Client

os.environ |= {
    "AWS_ACCESS_KEY_ID": "testing",
    "AWS_SECRET_ACCESS_KEY": "testing",
    "AWS_DEFAULT_REGION": "eu-central-1",
    "TABLE": "thumbnails",
    "THUMBNAIL_BUCKET": "thumbnail-images",
    "POWERTOOLS_SERVICE_NAME": "thumbnail",
    "POWERTOOLS_METRICS_NAMESPACE": "Thumbnails",
}


@pytest.fixture(autouse=True)
def aws() -> Iterator[None]:
    with mock_aws():
        yield


@pytest.fixture
def s3(aws: None) -> "S3Client":
    client = boto3.client("s3")
    for bucket in ("uploads", "thumbnail-images"):
        client.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
    return client


@pytest.fixture
def table(aws: None) -> "Table":
    return boto3.resource("dynamodb").create_table(
        TableName="thumbnails",
        BillingMode="PAY_PER_REQUEST",
        AttributeDefinitions=[{"AttributeName": "source", "AttributeType": "S"}],
        KeySchema=[{"AttributeName": "source", "KeyType": "HASH"}],
    )
