# A database session's query and execute
import boto3
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session


def handler(event, context):
    password = boto3.client("secretsmanager").get_secret_value(SecretId="db")["SecretString"]  #> secretsmanager.get_secret_value SecretId='db'
    with Session(create_engine(f"postgresql://app:{password}@db/app")) as session:
        session.execute(text("select 1"))
        return session.query("User").all()
