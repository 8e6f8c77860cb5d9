# A scan with the last key
import os
import boto3

table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


def scan():
    response = table.scan()  #> dynamodb.scan through=resource:Table.scan TableName=$TABLE
    items = response["Items"]
    while "LastEvaluatedKey" in response:
        response = table.scan(ExclusiveStartKey=response["LastEvaluatedKey"])  #> dynamodb.scan through=resource:Table.scan TableName=$TABLE ExclusiveStartKey=?
        items.extend(response["Items"])
    return items
