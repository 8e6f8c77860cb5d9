# One alternative of the name is known and the other is not: the known one counts, and nothing is unresolved
import boto3

client = boto3.client("ec2")


def run(event):
    name = "describe_vpcs" if event.get("vpcs") else event["operation"]
    getattr(client, name)(DryRun=True)  #> ec2.describe_vpcs
