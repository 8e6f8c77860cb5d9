# The annotation of every client says nothing of the service
from botocore.client import BaseClient


def save(client: BaseClient, body: bytes):
    client.put_object(Bucket="b", Key="k", Body=body)  #> guessed s3.put_object Bucket='b' Key='k'
