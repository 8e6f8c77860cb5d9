# A paginator kept in an object
import boto3


class Inventory:
    def __init__(self):
        self.parameters = boto3.client("ssm").get_paginator("get_parameters_by_path")

    def under(self, path):
        return [item for page in self.parameters.paginate(Path=path, Recursive=True) for item in page["Parameters"]]  #> ssm.get_parameters_by_path through=paginator:get_parameters_by_path Path='/app' Recursive=True


def handler(event, context):
    return Inventory().under("/app")
