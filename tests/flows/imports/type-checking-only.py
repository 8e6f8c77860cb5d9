# The type is imported under TYPE_CHECKING, from one's own module
# file: repo.py
import boto3


class Repo:
    def __init__(self):
        self.table = boto3.resource("dynamodb").Table("r")
# file: service.py
from __future__ import annotations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from repo import Repo


def all_rows(repo: Repo):
    return repo.table.scan()["Items"]  #> dynamodb.scan through=resource:Table.scan TableName='r'
