# dependency_injector's container
import boto3
from dependency_injector import containers, providers
from dependency_injector.wiring import Provide, inject


class Container(containers.DeclarativeContainer):
    config = providers.Configuration()
    session = providers.Singleton(boto3.Session)
    s3 = providers.Singleton(boto3.client, "s3")
    sqs = providers.Resource(session.provided.client.call(), "sqs")
    table = providers.Factory(lambda: boto3.resource("dynamodb").Table("t"))


class Uploader:
    def __init__(self, client):
        self.client = client

    def put(self):
        self.client.put_object(Bucket="b", Key="k")  #> s3.put_object Bucket='b' Key='k'


@inject
def run(s3=Provide[Container.s3], table=Provide[Container.table]):
    s3.list_buckets()  #> s3.list_buckets
    table.scan()  #> dynamodb.scan through=resource:Table.scan TableName='t'


container = Container()
Uploader(container.s3()).put()
