# A property with a setter takes the client
import boto3


class Task:
    def __init__(self):
        self._client = None

    @property
    def client(self):
        return self._client

    @client.setter
    def client(self, value):
        self._client = value

    def run(self):
        return self.client.list_work_groups()  #> athena.list_work_groups


def handler(event, context):
    task = Task()
    task.client = boto3.client("athena")
    return task.run()
