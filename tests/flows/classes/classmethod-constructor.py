# A class method makes the object with its client
import boto3


class Archive:
    def __init__(self, client, vault):
        self.client = client
        self.vault = vault

    @classmethod
    def default(cls):
        return cls(boto3.client("glacier"), "legal")

    def inventory(self):
        return self.client.describe_vault(vaultName=self.vault)  #> glacier.describe_vault vaultName='legal'


def handler(event, context):
    return Archive.default().inventory()
