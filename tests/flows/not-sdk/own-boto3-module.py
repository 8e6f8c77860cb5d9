# A module of the program named client
# file: client.py
class Client:
    def list_buckets(self):
        return []


def client(name):
    return Client()
# file: main.py
import boto3
from client import client

client("s3").list_buckets()
boto3.client("s3").list_buckets()  #> s3.list_buckets
