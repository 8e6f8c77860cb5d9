# A wrapper takes one keyword for itself and passes the rest
import boto3


def create(**kwargs):
    client = kwargs.pop("client")
    return client.create_repository(**kwargs)  #> codecommit.create_repository repositoryName='docs'


create(client=boto3.client("codecommit"), repositoryName="docs")
