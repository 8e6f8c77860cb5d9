# Pages in each region, in threads
import itertools
from concurrent.futures import ThreadPoolExecutor
import boto3

session = boto3.Session()


def instances(region):
    ec2 = session.client("ec2", region_name=region)
    pages = ec2.get_paginator("describe_instances").paginate(Filters=[{"Name": "instance-state-name", "Values": ["running"]}])  #> ec2.describe_instances through=paginator:describe_instances
    return [i for page in pages for r in page["Reservations"] for i in r["Instances"]]


with ThreadPoolExecutor(8) as pool:
    found = list(itertools.chain.from_iterable(pool.map(instances, session.get_available_regions("ec2"))))
