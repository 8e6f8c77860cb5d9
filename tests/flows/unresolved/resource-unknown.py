# The resource's service is not known, the method is of several
import boto3


def handler(event, context):
    service = boto3.resource(event["service"])
    return service.meta.client.list_clusters()  #> unresolved
