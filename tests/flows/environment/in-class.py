# A configuration object keeps what the environment says
import os

import boto3


class Config:
    def __init__(self):
        self.stream = os.environ["STREAM"]
        self.region = os.environ.get("AWS_REGION", "eu-west-1")


config = Config()


def handler(event, context):
    boto3.client("kinesis", region_name=config.region).describe_stream_summary(StreamName=config.stream)  #> kinesis.describe_stream_summary StreamName=$STREAM
