# A builder that returns itself
import boto3


class Query:
    def __init__(self, client):
        self._client = client
        self._args = {}

    def table(self, name):
        self._args["TableName"] = name
        return self

    def limit(self, n):
        self._args["Limit"] = n
        return self

    def run(self):
        return self._client.query(**self._args)  #> dynamodb.query TableName='t' Limit=5


Query(boto3.client("dynamodb")).table("t").limit(5).run()
