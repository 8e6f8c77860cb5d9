# A validation alias names the variable
import boto3
from pydantic import Field
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    stream: str = Field(validation_alias="CLICK_STREAM")
    group: str = Field(default="/app", alias="LOG_GROUP")


def handler(event, context):
    settings = Settings()
    boto3.client("kinesis").describe_stream(StreamName=settings.stream)  #> kinesis.describe_stream StreamName=$CLICK_STREAM
    boto3.client("logs").describe_log_streams(logGroupName=settings.group)  #> logs.describe_log_streams logGroupName=$LOG_GROUP|'/app'
