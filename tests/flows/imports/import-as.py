# Library and module are imported under other names
import boto3 as aws
import warehouse.names as n


def handler(event, context):
    aws.client("redshift-data").execute_statement(ClusterIdentifier=n.CLUSTER, Database="dev", Sql="select 1")  #> redshift-data.execute_statement ClusterIdentifier='wh-1' Database='dev' Sql='select 1'
# file: warehouse/__init__.py
# file: warehouse/names.py
CLUSTER = "wh-1"
