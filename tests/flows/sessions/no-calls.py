# What sessions and clients do without any request
import boto3

session = boto3.Session()
client = session.client("s3")


def handler(event, context):
    regions = session.get_available_regions("ec2")
    services = session.get_available_services()
    credentials = session.get_credentials()
    frozen = credentials.get_frozen_credentials() if credentials else None
    client.can_paginate("list_objects")
    client.close()
    return regions, services, frozen, client.meta.region_name, client.exceptions.NoSuchKey, client.waiter_names
