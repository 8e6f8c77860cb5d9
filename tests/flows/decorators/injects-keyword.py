# A decorator adds a table by keyword
import boto3


def with_table(function):
    def wrapper(*args, **kwargs):
        table = boto3.resource("dynamodb").Table("audit")
        return function(*args, table=table, **kwargs)

    return wrapper


@with_table
def record(what, table=None):
    table.put_item(Item={"what": what})  #> dynamodb.put_item through=resource:Table.put_item TableName='audit' Item={}


def handler(event, context):
    record("login")
