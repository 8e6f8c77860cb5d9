# A client passed as a keyword or made on demand
import boto3


def fetch_secret(name, client=None):
    client = client or boto3.client("secretsmanager")
    return client.get_secret_value(SecretId=name)["SecretString"]  #> secretsmanager.get_secret_value SecretId='db/password'


def handler(event, context):
    return {"length": len(fetch_secret("db/password"))}
