# Positional arguments come from a tuple
import boto3


def tag(client, resource, *tags):
    client.tag_role(RoleName=resource, Tags=[{"Key": key, "Value": "1"} for key in tags])  #> iam.tag_role RoleName='deployer'


ARGUMENTS = (boto3.client("iam"), "deployer")
tag(*ARGUMENTS, "owner", "team")
