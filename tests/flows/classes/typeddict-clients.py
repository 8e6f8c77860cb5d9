# A typed dictionary of clients
from typing import TypedDict
import boto3


class Deps(TypedDict):
    s3: object
    table: object


def deps() -> Deps:
    return Deps(s3=boto3.client("s3"), table=boto3.resource("dynamodb").Table("d"))


def run():
    d = deps()
    d["s3"].get_object(Bucket="b", Key="k")  #> s3.get_object Bucket='b' Key='k'
    d["table"].get_item(Key={"a": 1})  #> dynamodb.get_item through=resource:Table.get_item TableName='d'
