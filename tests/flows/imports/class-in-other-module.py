# A class of another module, subclassed
# file: base.py
import boto3


class AwsService:
    service_name = ""

    def __init__(self, region):
        self.client = boto3.client(self.service_name, region_name=region)

    def pages(self, operation, **kw):
        for page in self.client.get_paginator(operation).paginate(**kw):  #> ec2.describe_instances through=paginator:describe_instances; rds.describe_db_instances through=paginator:describe_db_instances
            yield page
# file: ec2.py
from base import AwsService


class Ec2(AwsService):
    service_name = "ec2"

    def all(self):
        return list(self.pages("describe_instances"))
# file: rds.py
import base


class Rds(base.AwsService):
    service_name = "rds"

    def all(self):
        return list(self.pages("describe_db_instances"))
