# A method is a generator over the object's clients
import boto3


class Fleet:
    def __init__(self, *regions):
        self.clients = [boto3.client("ssm", region_name=region) for region in regions]

    def __iter__(self):
        yield from self.clients


def handler(event, context):
    for client in Fleet("eu-west-1", "eu-north-1"):
        client.send_command(DocumentName="AWS-RunShellScript")  #> ssm.send_command DocumentName='AWS-RunShellScript'
