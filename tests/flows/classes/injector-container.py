# A hand-made container with providers
import boto3


class Container:
    def __init__(self):
        self._providers = {}
        self._instances = {}

    def register(self, name, provider):
        self._providers[name] = provider

    def get(self, name):
        if name not in self._instances:
            self._instances[name] = self._providers[name]()
        return self._instances[name]


container = Container()
container.register("s3", lambda: boto3.client("s3"))
container.register("sqs", lambda: boto3.client("sqs"))


def run():
    container.get("s3").list_buckets()  #> s3.list_buckets
    container.get("sqs").list_queues()  #> sqs.list_queues
