# An interface, two implementations, and a factory by settings
# file: storage/base.py
from abc import ABC, abstractmethod


class Storage(ABC):
    @abstractmethod
    def save(self, key, data): ...

    def save_all(self, items):
        for key, data in items.items():
            self.save(key, data)
# file: storage/__init__.py
from .local import LocalStorage
from .s3 import S3Storage

BACKENDS = {"s3": S3Storage, "local": LocalStorage}


def get_storage(kind):
    return BACKENDS[kind]()
# file: storage/local.py
from .base import Storage


class LocalStorage(Storage):
    def save(self, key, data):
        with open(key, "wb") as f:
            f.write(data)
# file: storage/s3.py
import boto3
from .base import Storage


class S3Storage(Storage):
    def __init__(self, bucket="files"):
        self._bucket = boto3.resource("s3").Bucket(bucket)

    def save(self, key, data):
        self._bucket.put_object(Key=key, Body=data)  #> s3.put_object through=resource:Bucket.put_object Bucket='files' Key='a'
# file: main.py
from storage import get_storage

get_storage("s3").save_all({"a": b""})
