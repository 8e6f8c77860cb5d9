# A field that the constructor is given, and a computed one
import boto3
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    stage: str = "dev"

    @property
    def table(self) -> str:
        return f"orders-{self.stage}"


def handler(event, context):
    boto3.client("dynamodb").describe_table(TableName=Settings().table)  #> dynamodb.describe_table TableName~'orders-*'
