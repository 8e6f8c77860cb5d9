# A parameter that nobody passes, and a method of several services
import boto3


def tables(client):
    return client.list_tables()  #> unresolved


def clusters(session, name):
    return session.client(name).describe_clusters()  #> unresolved


REGIONS = boto3.Session().get_available_regions("ec2")
