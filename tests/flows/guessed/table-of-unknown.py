# A table that is passed by code that is not there
import boto3
from boto3.dynamodb.conditions import Key


def rows(table):
    return table.query(IndexName="i", KeyConditionExpression=Key("a").eq(boto3.__name__))  #> guessed dynamodb.query through=resource:Table.query IndexName='i'
