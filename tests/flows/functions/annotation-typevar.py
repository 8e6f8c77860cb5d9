# A TypeVar bound to a client type
from typing import TypeVar, NewType, List, Dict
import boto3
from mypy_boto3_ec2 import EC2Client
from mypy_boto3_ec2.service_resource import Instance

C = TypeVar("C", bound=EC2Client)
Main = NewType("Main", EC2Client)


def run(client: C, main: Main, instances: List[Instance], clients: Dict[str, EC2Client]):
    client.describe_vpcs()  #> ec2.describe_vpcs
    main.describe_subnets()  #> ec2.describe_subnets
    for i in instances:
        i.stop()  #> ec2.stop_instances through=resource:Instance.stop
    for c in clients.values():
        c.describe_images()  #> ec2.describe_images
