# A module that makes its clients when they are asked for, by a function of the module
import lazy_clients


def handler(event, context):
    return lazy_clients.get("cloudtrail").lookup_events(MaxResults=1)  #> cloudtrail.lookup_events MaxResults=1
# file: lazy_clients.py
import boto3

_made = {}


def get(name):
    if name not in _made:
        _made[name] = boto3.client(name)
    return _made[name]
