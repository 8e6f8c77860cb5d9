# A factory is passed in
import boto3


class Repo:
    def __init__(self, client_factory=boto3.client):
        self.client = client_factory("dynamodb")

    def tables(self):
        return self.client.list_tables()  #> dynamodb.list_tables


Repo().tables()
Repo(client_factory=boto3.Session().client).tables()
