# A class chooses client or resource by a flag
import boto3


class Aws:
    def __init__(self, service, as_resource=False):
        if as_resource:
            self.handle = boto3.resource(service)
        else:
            self.handle = boto3.client(service)


Aws("s3").handle.list_buckets()  #> s3.list_buckets
Aws("dynamodb", as_resource=True).handle.Table("t").scan()  #> dynamodb.scan through=resource:Table.scan TableName='t'
