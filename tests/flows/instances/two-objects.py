# Two objects of one class hold clients of two services
import boto3


class Tables:
    def __init__(self, client):
        self.client = client

    def limited(self):
        return self.client.list_tables()  #> dynamodb.list_tables; timestream-write.list_tables


hot = Tables(boto3.client("dynamodb"))
cold = Tables(boto3.client("timestream-write"))
hot.limited()
cold.limited()
