# A registry by decorator with arguments
import boto3

ROUTES = {}


def route(path, method="GET"):
    def register(f):
        ROUTES[(method, path)] = f
        return f

    return register


@route("/users", method="POST")
def create(event, table):
    return table.put_item(Item=event)  #> dynamodb.put_item through=resource:Table.put_item TableName='users'


@route("/users")
def index(event, table):
    return table.scan()  #> dynamodb.scan through=resource:Table.scan TableName='users'


def handler(event, context):
    table = boto3.resource("dynamodb").Table("users")
    return ROUTES[(event["httpMethod"], event["path"])](event, table)
