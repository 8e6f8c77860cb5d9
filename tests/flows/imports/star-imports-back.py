# Modules of a package take names of each other from the package, which imports all of each
# file: pkg/__init__.py
from .storage import *
from .worker import *
# file: pkg/storage.py
import boto3


class Storage:
    def __init__(self):
        self.client = boto3.client("s3")
# file: pkg/worker.py
from . import Storage


class Worker:
    def __init__(self, storage: Storage):
        self.storage = storage

    def run(self):
        self.storage.client.list_buckets()  #> s3.list_buckets
        Storage().client.get_object(Bucket="b", Key="k")  #> s3.get_object Bucket='b' Key='k'
# file: main.py
from pkg import Storage, Worker

Worker(Storage()).run()
