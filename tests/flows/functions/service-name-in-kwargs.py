# The service's name itself is in the dictionary of arguments
import boto3

OPTIONS = {"service_name": "neptune", "region_name": "eu-west-1"}


def handler(event, context):
    boto3.client(**OPTIONS).describe_db_clusters(DBClusterIdentifier="graph")  #> neptune.describe_db_clusters DBClusterIdentifier='graph'
