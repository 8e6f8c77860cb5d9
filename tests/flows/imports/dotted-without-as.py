# import a.b binds a, through which b's client is reached
import infra.aws


def handler(event, context):
    infra.aws.route53.list_hosted_zones()  #> route53.list_hosted_zones
# file: infra/__init__.py
# file: infra/aws.py
import boto3

route53 = boto3.client("route53")
