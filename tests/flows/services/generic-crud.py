# A generic base with type parameters
from typing import Generic, TypeVar
import boto3

T = TypeVar("T")


class Repository(Generic[T]):
    table_name: str

    def __init__(self) -> None:
        self._table = boto3.resource("dynamodb").Table(self.table_name)

    def get(self, key: str) -> T:
        return self._table.get_item(Key={"pk": key})["Item"]  #> dynamodb.get_item through=resource:Table.get_item TableName='users'


class Users(Repository[dict]):
    table_name = "users"


Users().get("a")
