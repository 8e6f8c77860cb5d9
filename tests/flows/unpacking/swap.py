# Two clients change names
import boto3

a, b = boto3.client("dynamodb"), boto3.client("timestream-write")
a, b = b, a


def handler(event, context):
    a.list_tables(DatabaseName="m")  #> timestream-write.list_tables DatabaseName='m'
    b.list_tables()  #> dynamodb.list_tables
