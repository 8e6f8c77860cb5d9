# What a decorated factory returns goes through the wrapper
from functools import wraps

import boto3


def retry(times):
    def decorate(function):
        @wraps(function)
        def wrapper(*args, **kwargs):
            for _ in range(times):
                return function(*args, **kwargs)

        return wrapper

    return decorate


@retry(times=3)
def connect(service):
    return boto3.client(service)


def handler(event, context):
    connect("dynamodb").list_tables()  #> dynamodb.list_tables
