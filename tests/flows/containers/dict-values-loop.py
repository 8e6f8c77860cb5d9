# A loop over the items of a dictionary
import boto3

REGIONS = {"eu-west-1": boto3.client("ec2", region_name="eu-west-1"), "us-east-1": boto3.client("ec2", region_name="us-east-1")}


def handler(event, context):
    for region, ec2 in REGIONS.items():
        ec2.describe_volumes(Filters=[{"Name": "availability-zone", "Values": [region + "a"]}])  #> ec2.describe_volumes
    for ec2 in REGIONS.values():
        ec2.describe_snapshots(OwnerIds=["self"])  #> ec2.describe_snapshots
