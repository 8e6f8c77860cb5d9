# None values are filtered out
import boto3


def describe(**filters):
    wanted = {k: v for k, v in filters.items() if v is not None}
    return boto3.client("rds").describe_db_instances(**wanted)  #> rds.describe_db_instances


describe(DBInstanceIdentifier="x", Marker=None)
