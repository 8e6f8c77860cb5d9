# Two items in one with statement
from contextlib import closing

import boto3


def handler(event, context):
    with (
        closing(boto3.client("ec2")) as ec2,
        closing(boto3.client("gamelift")) as gamelift,
    ):
        ec2.describe_instances(MaxResults=5)  #> ec2.describe_instances MaxResults=5
        gamelift.describe_instances(FleetId="f")  #> gamelift.describe_instances FleetId='f'
