# A wrapper class as tutorials write it
import logging
import boto3
from botocore.exceptions import ClientError

logger = logging.getLogger(__name__)


class KeyManager:
    def __init__(self, kms_client):
        self.kms_client = kms_client
        self.created_keys = []

    @classmethod
    def from_client(cls) -> "KeyManager":
        kms_client = boto3.client("kms")
        return cls(kms_client)

    def create_key(self, description):
        try:
            key = self.kms_client.create_key(Description=description)["KeyMetadata"]  #> kms.create_key Description='demo'
        except ClientError as err:
            logger.error(err)
            raise
        self.created_keys.append(key)
        return key

    def list_keys(self):
        for page in self.kms_client.get_paginator("list_keys").paginate(PaginationConfig={"PageSize": 10}):  #> kms.list_keys through=paginator:list_keys
            for key in page["Keys"]:
                print(key)


def main():
    manager = KeyManager.from_client()
    manager.create_key("demo")
    manager.list_keys()
