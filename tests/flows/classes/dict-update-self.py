# self.__dict__.update(...)
import boto3


class Clients:
    def __init__(self, **clients):
        self.__dict__.update(clients)


Clients(s3=boto3.client("s3")).s3.list_buckets()  #> s3.list_buckets
