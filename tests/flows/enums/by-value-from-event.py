# A member that the event names is any of them
from enum import Enum

import boto3


class Color(Enum):
    RED = "red-bucket"
    BLUE = "blue-bucket"


def handler(event, context):
    boto3.client("s3").head_bucket(Bucket=Color(event["color"]).value)  #> s3.head_bucket Bucket=*
