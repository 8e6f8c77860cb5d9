# A generator hands on what another yields
import boto3


def primary():
    yield boto3.client("elasticache")


def everything():
    yield from primary()


def handler(event, context):
    for client in everything():
        client.describe_cache_clusters(MaxRecords=20)  #> elasticache.describe_cache_clusters MaxRecords=20
