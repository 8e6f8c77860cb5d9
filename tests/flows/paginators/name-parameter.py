# A helper pages through any operation of any client
import boto3


def everything(client, operation, key, **kwargs):
    for page in client.get_paginator(operation).paginate(**kwargs):  #> ecs.list_tasks through=paginator:list_tasks cluster='main'
        yield from page[key]


def handler(event, context):
    return list(everything(boto3.client("ecs"), "list_tasks", "taskArns", cluster="main"))
