# Dependencies in one module, routes in another
# file: deps.py
from typing import Annotated
import boto3
from fastapi import Depends


def get_table():
    return boto3.resource("dynamodb").Table("items")


def get_s3():
    client = boto3.client("s3")
    try:
        yield client
    finally:
        client.close()


Table = Annotated[object, Depends(get_table)]
# file: routes.py
from fastapi import APIRouter, Depends
from deps import Table, get_s3

router = APIRouter()


@router.get("/items")
def items(table: Table):
    return table.scan()["Items"]  #> dynamodb.scan through=resource:Table.scan TableName='items'


@router.get("/file/{key}")
def file(key: str, s3=Depends(get_s3)):
    return s3.get_object(Bucket="b", Key=key)["Body"].read()  #> s3.get_object Bucket='b' Key=?
