# A setter replaces the client
import boto3


class Store:
    def __init__(self):
        self._client = None

    @property
    def client(self):
        return self._client

    @client.setter
    def client(self, value):
        self._client = value

    def run(self):
        return self.client.list_buckets()  #> s3.list_buckets


store = Store()
store.client = boto3.client("s3")
store.run()
