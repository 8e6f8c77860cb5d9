# An abstract method is implemented by two subclasses
from abc import ABC, abstractmethod

import boto3


class Store(ABC):
    @abstractmethod
    def names(self): ...

    def count(self):
        return len(self.names())


class Buckets(Store):
    def names(self):
        return boto3.client("s3").list_buckets()["Buckets"]  #> s3.list_buckets


class Tables(Store):
    def names(self):
        return boto3.client("dynamodb").list_tables()["TableNames"]  #> dynamodb.list_tables


def handler(event, context):
    store: Store = Buckets() if event.get("s3") else Tables()
    return store.count()
