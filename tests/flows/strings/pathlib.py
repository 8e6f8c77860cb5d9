# A key by the slash of a pure path
from pathlib import PurePosixPath

import boto3

BASE = PurePosixPath("models") / "v2"


def handler(event, context):
    boto3.client("s3").get_object(Bucket="ml", Key=str(BASE / "weights.bin"))  #> s3.get_object Bucket='ml' Key='models/v2/weights.bin'
