# A future gives what its function returned
from concurrent.futures import ThreadPoolExecutor

import boto3


def connect(service):
    return boto3.client(service)


def handler(event, context):
    with ThreadPoolExecutor() as pool:
        client = pool.submit(connect, "dynamodb").result()
        other = list(pool.map(connect, ["ecs"]))[0]
    client.list_tables()  #> dynamodb.list_tables
    other.list_clusters()  #> ecs.list_clusters
