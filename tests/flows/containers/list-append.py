# Clients are appended to a list and used in a loop
import boto3

clients = []
for region in ("eu-west-1", "eu-north-1"):
    clients.append(boto3.client("autoscaling", region_name=region))


def handler(event, context):
    for client in clients:
        client.describe_auto_scaling_groups()  #> autoscaling.describe_auto_scaling_groups
