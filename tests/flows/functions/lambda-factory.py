# A lambda makes the client
import boto3

connect = lambda name="appsync": boto3.client(name)


def handler(event, context):
    return connect().list_functions(apiId="api")  #> appsync.list_functions apiId='api'
