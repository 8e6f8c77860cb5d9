# The attribute holds something else in a subclass
import boto3


class Base:
    def __init__(self):
        self.client = self.make()

    def make(self):
        return boto3.client("s3")

    def run(self):
        return self.client.list_buckets()  #> s3.list_buckets


class Local(Base):
    def make(self):
        return LocalClient()

    def extra(self):
        return self.client.copy_tree("a")


class LocalClient:
    def list_buckets(self):
        return []

    def copy_tree(self, x):
        return x


Local().run()
