# A dictionary of dictionaries holds names
import boto3

TABLES = {"prod": {"users": "users-live", "carts": "carts-live"}, "test": {"users": "users-test"}}


def handler(event, context):
    dynamodb = boto3.client("dynamodb")
    dynamodb.describe_table(TableName=TABLES["prod"]["users"])  #> dynamodb.describe_table TableName='users-live'
    dynamodb.describe_time_to_live(TableName=TABLES["test"].get("carts", "carts-none"))  #> dynamodb.describe_time_to_live TableName='carts-none'
