# A helper with a documented parameter, called from two modules
# file: helpers.py
def everything(client, operation, result, **kwargs):
    found = []
    for page in client.get_paginator(operation).paginate(**kwargs):  #> ec2.describe_instances through=paginator:describe_instances; rds.describe_db_instances through=paginator:describe_db_instances DBInstanceIdentifier='x'
        found.extend(page[result])
    return found
# file: a.py
import boto3
from helpers import everything

everything(boto3.client("ec2"), "describe_instances", "Reservations")
# file: b.py
import boto3
import helpers

helpers.everything(boto3.client("rds"), "describe_db_instances", "DBInstances", DBInstanceIdentifier="x")
