# The client of each object is its own where the object is known
import boto3


class Holder:
    def __init__(self, client):
        self.client = client


hot = Holder(boto3.client("dynamodb"))
cold = Holder(boto3.client("timestream-write"))


def handler(event, context):
    hot.client.list_tables()  #> dynamodb.list_tables
    cold.client.list_tables(DatabaseName="iot")  #> timestream-write.list_tables DatabaseName='iot'
