# Sessions and credentials of other libraries
import boto3
import google.auth
from requests import Session
from snowflake.snowpark import Session as Snowpark


def handler(event, context):
    session = Session()
    session.get("https://example.com")
    Snowpark.builder.getOrCreate().get_credentials()
    credentials, project = google.auth.default()
    return boto3.Session().get_credentials(), credentials, project
