# A wrapper forwards all it is given
import boto3

ssm = boto3.client("ssm")


def put(*args, **kwargs):
    return write(*args, **kwargs)


def write(name, value, overwrite=True):
    return ssm.put_parameter(Name=name, Value=value, Overwrite=overwrite, Type="String")  #> ssm.put_parameter Name='/app/mode' Value='fast' Overwrite=* Type='String'


put("/app/mode", "fast", overwrite=False)
