# __post_init__ makes the client from a field
from dataclasses import dataclass, field

import boto3


@dataclass
class Service:
    name: str
    client: object = field(init=False)

    def __post_init__(self):
        self.client = boto3.client(self.name)


def handler(event, context):
    Service("route53domains").client.list_domains()  #> route53domains.list_domains
