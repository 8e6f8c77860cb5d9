# The factory takes the name as a keyword and has a default
import boto3


def connect(*, service="ec2", region="eu-west-1"):
    return boto3.client(service_name=service, region_name=region)


def handler(event, context):
    connect().describe_instances()  #> ec2.describe_instances
    connect(service="gamelift").describe_instances(FleetId="f")  #> gamelift.describe_instances FleetId='f'
