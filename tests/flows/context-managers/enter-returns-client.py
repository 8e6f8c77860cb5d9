# __enter__ returns a client
import boto3


class Connection:
    def __init__(self, service):
        self.service = service

    def __enter__(self):
        return boto3.client(self.service)

    def __exit__(self, *error):
        return False


def handler(event, context):
    with Connection("dynamodb") as client:
        client.list_tables()  #> dynamodb.list_tables
