# The client's service is not known, but only one has the method
import boto3


def handler(event, context):
    client = boto3.client(event["service"])
    return client.get_secret_value(SecretId="db")  #> guessed secretsmanager.get_secret_value SecretId='db'
