# pydantic's first version has its settings in the main package
import boto3
from pydantic import BaseSettings, Field


class Settings(BaseSettings):
    topic: str
    secret: str = Field("app/key", env="SECRET_NAME")

    class Config:
        env_prefix = "APP_"


settings = Settings()


def handler(event, context):
    boto3.client("sns").publish(TopicArn=settings.topic, Message="m")  #> sns.publish TopicArn=$APP_TOPIC
    boto3.client("secretsmanager").get_secret_value(SecretId=settings.secret)  #> secretsmanager.get_secret_value SecretId=$SECRET_NAME|'app/key'
