# Arguments are added under conditions
import boto3

ddb = boto3.client("dynamodb")


def query(table, index=None, start=None):
    args = {"TableName": table, "KeyConditionExpression": "pk = :p"}
    if index:
        args["IndexName"] = index
    if start is not None:
        args.update(ExclusiveStartKey=start)
    args.setdefault("Limit", 25)
    return ddb.query(**args)  #> dynamodb.query TableName='t' KeyConditionExpression='pk = :p' IndexName='by-x' Limit=25


query("t", index="by-x")
