# A property of an enum builds the name
from enum import Enum

import boto3


class Stage(Enum):
    PROD = "prod"

    @property
    def bucket(self):
        return f"site-{self.value}"


def handler(event, context):
    boto3.client("s3").get_bucket_website(Bucket=Stage.PROD.bucket)  #> s3.get_bucket_website Bucket='site-prod'
