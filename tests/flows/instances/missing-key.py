# __getitem__ makes a client
import boto3


class Clients(dict):
    def __missing__(self, service):
        self[service] = boto3.client(service)
        return self[service]


clients = Clients()
clients["s3"].list_buckets()  #> s3.list_buckets
