# A pool maps a function over names
import concurrent.futures

import boto3

ssm = boto3.client("ssm")


def value(name):
    return ssm.get_parameter(Name=name)["Parameter"]["Value"]  #> ssm.get_parameter Name='/a'|'/b'


def handler(event, context):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return list(pool.map(value, ["/a", "/b"]))
