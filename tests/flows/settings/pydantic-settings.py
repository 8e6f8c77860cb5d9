# Fields of pydantic settings are environment variables
import boto3
from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    bucket_name: str
    table: str = "local-table"


settings = Settings()


def handler(event, context):
    boto3.client("s3").head_bucket(Bucket=settings.bucket_name)  #> s3.head_bucket Bucket=$BUCKET_NAME
    boto3.client("dynamodb").describe_table(TableName=settings.table)  #> dynamodb.describe_table TableName=$TABLE|'local-table'
