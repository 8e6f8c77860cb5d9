# One function for two clients
import boto3


def tag(client, arn, tags):
    client.tag_resource(resourceArn=arn, tags=tags)  #> ecs.tag_resource resourceArn='arn:c'; ecr.tag_resource resourceArn='arn:r'


tag(boto3.client("ecs"), "arn:c", [])
tag(boto3.client("ecr"), "arn:r", [])
