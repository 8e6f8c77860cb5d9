# Two loops and a condition in one comprehension
import boto3


def handler(event, context):
    clients = [boto3.client("rds", region_name=region) for region in ("eu-west-1", "us-east-1")]
    return [name for client in clients if client for name in client.describe_db_instances(MaxRecords=20)["DBInstances"]]  #> rds.describe_db_instances MaxRecords=20
