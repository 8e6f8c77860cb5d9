# Generic functions of Python 3.12
import boto3


def identity[T](value: T) -> T:
    return value


type Client = object


class Box[T]:
    def __init__(self, value: T) -> None:
        self.value = value


def run():
    identity(boto3.client("s3")).list_buckets()  #> s3.list_buckets
    Box(boto3.client("sqs")).value.list_queues()  #> sqs.list_queues
