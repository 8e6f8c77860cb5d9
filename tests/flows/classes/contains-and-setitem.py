# A mapping over a table
from collections.abc import MutableMapping
import boto3


class TableDict(MutableMapping):
    def __init__(self, name):
        self.t = boto3.resource("dynamodb").Table(name)

    def __getitem__(self, key):
        return self.t.get_item(Key={"id": key})["Item"]  #> dynamodb.get_item through=resource:Table.get_item TableName='kv'

    def __setitem__(self, key, value):
        self.t.put_item(Item={"id": key, "value": value})  #> dynamodb.put_item through=resource:Table.put_item TableName='kv'

    def __delitem__(self, key):
        self.t.delete_item(Key={"id": key})  #> dynamodb.delete_item through=resource:Table.delete_item TableName='kv'

    def __iter__(self):
        return iter(self.t.scan()["Items"])  #> dynamodb.scan through=resource:Table.scan TableName='kv'

    def __len__(self):
        return self.t.item_count  #> dynamodb.describe_table through=* TableName='kv'


d = TableDict("kv")
d["a"] = 1
