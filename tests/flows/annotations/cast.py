# A cast says it, and a collection of an annotated type
from typing import Dict, List, cast

from mypy_boto3_ec2 import EC2Client

from acme.clients import anything


def handler(event, context):
    cast(EC2Client, anything()).describe_regions()  #> ec2.describe_regions
    return cast("EC2Client", anything()).describe_vpcs()  #> ec2.describe_vpcs


def regions(clients: List[EC2Client], by_name: Dict[str, EC2Client]):
    for client in clients:
        client.describe_key_pairs()  #> ec2.describe_key_pairs
    by_name["x"].describe_subnets()  #> ec2.describe_subnets
