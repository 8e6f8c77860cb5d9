# A decorator whose wrapper hands the function and a dictionary of its arguments to somebody else, who calls it
import functools

import boto3


def with_client(service):
    def inner(func):
        @functools.wraps(func)
        def wrapper(**kwargs):
            return _invoke(service, func=func, kwargs=kwargs)

        return wrapper

    return inner


def _invoke(service, func, kwargs):
    kwargs["client"] = boto3.client("ec2")
    kwargs["name"] = "web"
    return func(**kwargs)


@with_client("ec2")
def describe(client=None, name=None):
    client.describe_vpcs(VpcIds=[name])  #> ec2.describe_vpcs
