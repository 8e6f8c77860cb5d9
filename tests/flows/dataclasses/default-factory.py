# A field's default factory makes the client
from dataclasses import dataclass, field

import boto3


@dataclass
class Context:
    bucket: str = "artifacts"
    s3: object = field(default_factory=lambda: boto3.client("s3"))


def handler(event, context):
    c = Context()
    c.s3.get_bucket_policy(Bucket=c.bucket)  #> s3.get_bucket_policy Bucket='artifacts'
