# A generic base keeps a table for each subclass
from typing import Generic, TypeVar

import boto3

T = TypeVar("T")


class Repository(Generic[T]):
    table_name: str

    def __init__(self) -> None:
        self.table = boto3.resource("dynamodb").Table(self.table_name)


class Users(Repository[dict]):
    table_name = "users"

    def find(self, name):
        return self.table.get_item(Key={"name": name})  #> dynamodb.get_item through=resource:Table.get_item TableName='users' Key={}


def handler(event, context):
    return Users().find("eve")
