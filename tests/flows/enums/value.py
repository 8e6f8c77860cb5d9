# A member's value names the table
from enum import Enum

import boto3


class Table(Enum):
    USERS = "users-v1"
    CARTS = "carts-v1"


def handler(event, context):
    dynamodb = boto3.client("dynamodb")
    dynamodb.describe_table(TableName=Table.USERS.value)  #> dynamodb.describe_table TableName='users-v1'
    dynamodb.describe_time_to_live(TableName=Table["CARTS"].value)  #> dynamodb.describe_time_to_live TableName='carts-v1'
