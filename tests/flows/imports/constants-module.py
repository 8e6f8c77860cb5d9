# Names in a constants module, attribute and from
# file: conf.py
import os

STAGE = os.environ.get("STAGE", "dev")
BUCKET = f"app-{STAGE}-data"
TABLES = {"users": "users-table"}
# file: main.py
import boto3
import conf
from conf import TABLES

boto3.client("s3").list_objects_v2(Bucket=conf.BUCKET)  #> s3.list_objects_v2 Bucket=*
boto3.resource("dynamodb").Table(TABLES["users"]).scan()  #> dynamodb.scan through=resource:Table.scan TableName='users-table'
