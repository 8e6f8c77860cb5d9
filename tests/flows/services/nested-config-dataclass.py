# Configuration in nested dataclasses
import os
from dataclasses import dataclass, field
import boto3


@dataclass(frozen=True)
class S3Config:
    bucket: str = field(default_factory=lambda: os.environ["BUCKET"])
    prefix: str = "data/"


@dataclass(frozen=True)
class Config:
    s3: S3Config = field(default_factory=S3Config)


config = Config()


def handler(event, context):
    boto3.client("s3").list_objects_v2(Bucket=config.s3.bucket, Prefix=config.s3.prefix)  #> s3.list_objects_v2 Bucket=$BUCKET Prefix='data/'
