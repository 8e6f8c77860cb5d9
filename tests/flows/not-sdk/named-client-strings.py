# Names in strings, attributes read only
import boto3

client = boto3.client("s3")
NAME = "list_buckets"
print(client.list_buckets, client.meta.region_name, client.meta.service_model.operation_names)
print(client.meta.method_to_api_mapping["list_buckets"])
print(dir(client), client.waiter_names, client.can_paginate("list_buckets"))
client.close()
