# A cache of another package
import boto3
from cachetools import TTLCache, cached


@cached(TTLCache(maxsize=10, ttl=60))
def client(service):
    return boto3.client(service)


client("ssm").get_parameters_by_path(Path="/")  #> ssm.get_parameters_by_path Path='/'
