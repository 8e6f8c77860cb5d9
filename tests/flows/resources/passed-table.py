# A table is passed down and kept in an object
import boto3


class Store:
    def __init__(self, table):
        self.table = table

    def get(self, key):
        return read(self.table, key)


def read(table, key):
    return table.get_item(Key={"id": key}).get("Item")  #> dynamodb.get_item through=resource:Table.get_item TableName='users' Key={}


def handler(event, context):
    return Store(boto3.resource("dynamodb").Table("users")).get(event["id"])
