# A name built from a parameter is told apart by its call sites, where the caller passes it on
import boto3

ssm = boto3.client("ssm")


def path(name):
    return "/prod/" + name


def read(name):
    return ssm.get_parameter(Name=path(name))["Parameter"]["Value"]  #> ssm.get_parameter Name='/prod/host'|'/prod/port'


def handler(event, context):
    return read("host"), read("port")
