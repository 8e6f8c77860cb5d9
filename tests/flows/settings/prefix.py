# A prefix stands in front of the variables' names
import boto3
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_", env_file=".env")

    queue_url: str


def handler(event, context):
    boto3.client("sqs").receive_message(QueueUrl=Settings().queue_url)  #> sqs.receive_message QueueUrl=$SHOP_QUEUE_URL
