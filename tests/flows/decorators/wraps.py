# A decorator that keeps its function
import functools

import boto3

s3 = boto3.client("s3")


def logged(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print(function.__name__)
        return function(*args, **kwargs)

    return wrapper


@logged
def read(key):
    return s3.get_object(Bucket="b", Key=key)  #> s3.get_object Bucket='b' Key='k'


def handler(event, context):
    return read("k")
