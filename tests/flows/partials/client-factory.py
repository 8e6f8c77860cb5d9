# A partial of boto3.client
from functools import partial

import boto3

regional = partial(boto3.client, region_name="eu-west-1")


def handler(event, context):
    regional("elbv2").describe_load_balancers(PageSize=10)  #> elbv2.describe_load_balancers PageSize=10
