# The client's service is not known, but of all services only one has the method
import boto3


def handler(event, context):
    client = boto3.client(event["service"])
    return client.get_secret_value(SecretId="db")  #> secretsmanager.get_secret_value SecretId='db'
