# A name that goes through forty assignments
import boto3

a0 = boto3.client("dynamodb")
a1 = a2 = a3 = a4 = a0
a5 = (a4)
a6 = [a5][0]
a7 = {"x": a6}["x"]
a8 = (lambda value: value)(a7)
a9 = a8 or None
b0, b1 = a9, a9
b2 = b1 if b0 else b0
b3 = (b2, b1)[1]
b4 = [item for item in (b3,)][0]
b5 = (b6 := b4)


def handler(event, context):
    return b5.list_tables()  #> dynamodb.list_tables
