# A cache of clients by setdefault
import boto3

_cache = {}


def client(name):
    return _cache.setdefault(name, boto3.client(name))


def handler(event, context):
    client("sagemaker-runtime").invoke_endpoint(EndpointName="ranker", Body=b"")  #> sagemaker-runtime.invoke_endpoint EndpointName='ranker'
