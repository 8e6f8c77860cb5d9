# A token loop calls the same operation until nothing is left
import boto3


def list_secrets():
    client = boto3.client("secretsmanager")
    names, token = [], None
    while True:
        arguments = {"NextToken": token} if token else {}
        page = client.list_secrets(MaxResults=50, **arguments)  #> secretsmanager.list_secrets MaxResults=50
        names += [secret["Name"] for secret in page["SecretList"]]
        token = page.get("NextToken")
        if not token:
            return names
