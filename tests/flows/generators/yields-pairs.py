# A generator yields pairs of client and name
import boto3


def targets():
    yield boto3.client("dynamodb"), "users"
    yield boto3.client("dynamodb"), "carts"


def handler(event, context):
    for client, table in targets():
        client.create_backup(TableName=table, BackupName="nightly")  #> dynamodb.create_backup TableName='users'|'carts' BackupName='nightly'
