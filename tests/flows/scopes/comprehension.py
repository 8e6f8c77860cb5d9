# The variable of a comprehension does not touch the name outside
import boto3

client = boto3.client("ecs")


def handler(event, context):
    regions = [client for client in ("eu-west-1", "us-east-1")]
    return regions, client.list_clusters()  #> ecs.list_clusters
