# A decorator gives its function a client
from functools import wraps

import boto3


def with_client(service):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            return function(boto3.client(service), *args, **kwargs)

        return wrapper

    return decorate


@with_client("rds")
def databases(client, limit=20):
    return client.describe_db_clusters(MaxRecords=limit)  #> rds.describe_db_clusters MaxRecords=20


def handler(event, context):
    return databases()
