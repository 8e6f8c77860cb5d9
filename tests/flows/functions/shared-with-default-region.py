# Arguments of the client do not matter for what it is
import os

import boto3
from botocore.config import Config

CONFIG = Config(retries={"max_attempts": 3}, connect_timeout=2)


def lambda_client(region=None):
    kwargs = {"config": CONFIG}
    if region:
        kwargs["region_name"] = region
    if os.environ.get("ENDPOINT"):
        kwargs["endpoint_url"] = os.environ["ENDPOINT"]
    return boto3.client("lambda", **kwargs)


def handler(event, context):
    lambda_client("eu-west-1").list_functions(MaxItems=10)  #> lambda.list_functions MaxItems=10
