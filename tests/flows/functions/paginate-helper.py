# A helper over any client's paginator
import boto3


def paginate(method, **kwargs):
    client = method.__self__
    paginator = client.get_paginator(method.__name__)
    for page in paginator.paginate(**kwargs).result_key_iters():  #> ec2.describe_snapshots through=paginator:describe_snapshots OwnerIds=*
        yield from page


ec2 = boto3.client("ec2")
for snapshot in paginate(ec2.describe_snapshots, OwnerIds=["self"]):
    print(snapshot)
