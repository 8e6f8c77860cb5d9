# A module cache by service and region
import boto3

_clients = {}


def get_client(service, region=None):
    key = f"{service}-{region}"
    if key not in _clients:
        _clients[key] = boto3.client(service, region_name=region)
    return _clients[key]


get_client("s3").list_buckets()  #> s3.list_buckets
get_client("logs", "eu-west-1").describe_log_groups()  #> logs.describe_log_groups
