# A parameter's annotation names a class of the program that holds the client
import boto3


class Context:
    def __init__(self) -> None:
        self.secrets = boto3.client("secretsmanager")


def rotate(context: Context, name: str) -> None:
    context.secrets.update_secret(SecretId=name)  #> secretsmanager.update_secret SecretId=?
