# FastAPI's Depends gives a client, annotated
from typing import Annotated
import boto3
from fastapi import Depends, FastAPI

app = FastAPI()


def get_table():
    return boto3.resource("dynamodb").Table("items")


TableDep = Annotated[object, Depends(get_table)]


class Service:
    def __init__(self, s3=Depends(lambda: boto3.client("s3"))):
        self.s3 = s3


@app.get("/items")
def items(table: TableDep):
    return table.scan()["Items"]  #> dynamodb.scan through=resource:Table.scan TableName='items'


@app.get("/items/{id}")
async def item(id: str, table=Depends(get_table), service: Service = Depends()):
    service.s3.head_object(Bucket="b", Key=id)  #> s3.head_object Bucket='b' Key=?
    return table.get_item(Key={"id": id})  #> dynamodb.get_item through=resource:Table.get_item TableName='items'
