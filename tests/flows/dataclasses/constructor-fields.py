# Fields are filled by position and by keyword
from dataclasses import dataclass
from typing import Any

import boto3


@dataclass(frozen=True)
class Target:
    client: Any
    table: str
    limit: int = 10


def handler(event, context):
    target = Target(boto3.client("dynamodb"), table="orders")
    target.client.scan(TableName=target.table, Limit=target.limit)  #> dynamodb.scan TableName='orders' Limit=10
