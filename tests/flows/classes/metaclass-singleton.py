# A singleton by metaclass with two services
import boto3


class Singleton(type):
    _instances = {}

    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]


class Aws(metaclass=Singleton):
    def __init__(self):
        self.s3 = boto3.client("s3")
        self.ddb = boto3.resource("dynamodb")


def run():
    Aws().s3.list_buckets()  #> s3.list_buckets
    Aws().ddb.Table("x").scan()  #> dynamodb.scan through=resource:Table.scan TableName='x'
