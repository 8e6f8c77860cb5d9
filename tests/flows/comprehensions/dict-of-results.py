# A dictionary comprehension goes over a dictionary's items
import boto3

ssm = boto3.client("ssm")
PARAMETERS = {"host": "/db/host", "port": "/db/port"}


def handler(event, context):
    return {key: ssm.get_parameter(Name=path)["Parameter"]["Value"] for key, path in PARAMETERS.items()}  #> ssm.get_parameter Name='/db/host'|'/db/port'
