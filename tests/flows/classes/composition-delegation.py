# An object hands on to the object it holds
import boto3


class Storage:
    def __init__(self):
        self.s3 = boto3.resource("s3")


class App:
    def __init__(self, storage):
        self.storage = storage

    def clean(self):
        self.storage.s3.Bucket("tmp").objects.filter(Prefix="x").delete()  #> s3.list_objects through=* Bucket='tmp' Prefix='x'; s3.delete_objects through=* Bucket='tmp'


App(Storage()).clean()
