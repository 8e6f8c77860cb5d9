# A conditional expression picks one of two services
import boto3


def describe(use_redshift=True):
    client = boto3.client("redshift") if use_redshift else boto3.client("ecs")
    return client.describe_clusters()  #> redshift.describe_clusters; ecs.describe_clusters


describe()
