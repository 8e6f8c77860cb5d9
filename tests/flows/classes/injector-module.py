# injector's module with provider methods
import boto3
from injector import Injector, Module, inject, provider, singleton


class S3Client:
    def __init__(self, client):
        self.client = client


class AwsModule(Module):
    @singleton
    @provider
    def s3(self) -> S3Client:
        return S3Client(boto3.client("s3"))


class App:
    @inject
    def __init__(self, s3: S3Client):
        self.s3 = s3

    def run(self):
        self.s3.client.list_buckets()  #> s3.list_buckets


Injector([AwsModule()]).get(App).run()
