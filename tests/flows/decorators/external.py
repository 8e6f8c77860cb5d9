# A decorator of a library that is not read keeps its function
import boto3
from tenacity import retry, stop_after_attempt


@retry(stop=stop_after_attempt(3))
def client():
    return boto3.client("mediaconvert")


@retry(stop=stop_after_attempt(3))
def submit(role):
    return client().create_job(Role=role, Settings={})  #> mediaconvert.create_job Role='arn:role' Settings={}


def handler(event, context):
    submit("arn:role")
