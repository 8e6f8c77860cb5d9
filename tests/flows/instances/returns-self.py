# Methods that return the object are chained
import boto3


class Builder:
    def __init__(self):
        self.client = None
        self.rest = None

    def with_client(self):
        self.client = boto3.client("apigateway")
        return self

    def for_api(self, api):
        self.rest = api
        return self


def handler(event, context):
    built = Builder().with_client().for_api("abc")
    built.client.get_resources(restApiId=built.rest)  #> apigateway.get_resources restApiId=*
