# Waiters' names come from a tuple
import boto3

rds = boto3.client("rds")


def handler(event, context):
    for state in ("db_instance_available", "db_snapshot_available"):
        rds.get_waiter(state).wait()  #> rds.describe_db_instances through=waiter:db_instance_available; rds.describe_db_snapshots through=waiter:db_snapshot_available
