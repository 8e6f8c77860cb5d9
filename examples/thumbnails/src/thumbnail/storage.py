"""Where uploads are read from, and where thumbnails and their records are kept."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import boto3
from botocore.config import Config

if TYPE_CHECKING:
    from mypy_boto3_dynamodb.service_resource import Table
    from mypy_boto3_s3 import S3Client

    from images import Thumbnail

THUMBNAIL_BUCKET = os.environ["THUMBNAIL_BUCKET"]

_config = Config(
    connect_timeout=2,
    read_timeout=10,
    retries={"mode": "standard", "total_max_attempts": 3},
)
_s3: S3Client = boto3.client("s3", config=_config)
_table: Table = boto3.resource("dynamodb", config=_config).Table(os.environ["TABLE"])


def read_upload(bucket: str, key: str) -> bytes:
    """Return the content of an uploaded object."""
    return _s3.get_object(Bucket=bucket, Key=key)["Body"].read()


def store_thumbnail(key: str, thumbnail: Thumbnail) -> str:
    """Write the thumbnail of the upload `key`, and return the thumbnail's own key."""
    thumbnail_key = f"thumbnails/{key}.jpg"
    _s3.put_object(
        Bucket=THUMBNAIL_BUCKET,
        Key=thumbnail_key,
        Body=thumbnail.content,
        ContentType="image/jpeg",
        CacheControl="public, max-age=86400",
    )
    return thumbnail_key


def record_thumbnail(source: str, thumbnail_key: str, thumbnail: Thumbnail, uploaded_at: str) -> None:
    """Record the thumbnail of the upload `source`, in place of an older one."""
    _table.put_item(
        Item={
            "source": source,
            "thumbnail": f"s3://{THUMBNAIL_BUCKET}/{thumbnail_key}",
            "width": thumbnail.width,
            "height": thumbnail.height,
            "uploaded_at": uploaded_at,
        }
    )
