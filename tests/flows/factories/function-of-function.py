# A function makes the function that makes clients
import boto3


def regional(region):
    def make(service):
        return boto3.client(service, region_name=region)

    return make


ireland = regional("eu-west-1")


def handler(event, context):
    ireland("redshift").describe_clusters()  #> redshift.describe_clusters
    regional("us-east-1")("dax").describe_clusters()  #> dax.describe_clusters
