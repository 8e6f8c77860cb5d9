# Fields take their defaults from the environment
import os
from dataclasses import dataclass, field

import boto3


@dataclass
class Settings:
    table: str = os.environ.get("TABLE", "local")
    topic: str = field(default_factory=lambda: os.environ["TOPIC"])


settings = Settings()


def handler(event, context):
    boto3.client("dynamodb").describe_table(TableName=settings.table)  #> dynamodb.describe_table TableName=$TABLE|'local'
    boto3.client("sns").publish(TopicArn=settings.topic, Message="m")  #> sns.publish TopicArn=$TOPIC
