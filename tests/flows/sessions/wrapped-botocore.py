# A botocore session is put inside a boto3 session
import boto3
from botocore.session import get_session

inner = get_session()
session = boto3.Session(botocore_session=inner)


def handler(event, context):
    session.client("mediastore").list_containers()  #> mediastore.list_containers
