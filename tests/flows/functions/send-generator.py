# A coroutine-like generator receives items
import boto3


def writer():
    table = boto3.resource("dynamodb").Table("t")
    while True:
        item = yield
        table.put_item(Item=item)  #> dynamodb.put_item through=resource:Table.put_item TableName='t'


w = writer()
next(w)
w.send({"id": 1})
