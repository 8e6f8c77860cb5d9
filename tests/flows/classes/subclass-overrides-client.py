# A test double overrides the client's method
import boto3


class Repo:
    def client(self):
        return boto3.client("dynamodb")

    def all(self):
        return self.client().scan(TableName="t")  #> dynamodb.scan TableName='t'


class FakeClient:
    def scan(self, TableName):
        return {"Items": []}


class FakeRepo(Repo):
    def client(self):
        return FakeClient()


Repo().all()
FakeRepo().all()
