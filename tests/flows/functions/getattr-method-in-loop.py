# Method names come from a tuple
import boto3

ec2 = boto3.client("ec2")


def inventory():
    for operation in ("describe_vpcs", "describe_subnets"):
        getattr(ec2, operation)(MaxResults=100)  #> ec2.describe_vpcs MaxResults=100; ec2.describe_subnets MaxResults=100


inventory()
