# A call inside a list comprehension, over literal names
import boto3

ecr = boto3.client("ecr")


def handler(event, context):
    return [ecr.describe_images(repositoryName=name) for name in ("api", "web")]  #> ecr.describe_images repositoryName='api'|'web'
