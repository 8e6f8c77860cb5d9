# Of the services that a client can be, the SDK refuses the call on one: it takes no such argument, or needs another
import boto3

CLIENTS = {name: boto3.client(name) for name in ("dynamodb", "redshift-data", "emr", "eks")}


def run(kind):
    client = CLIENTS[kind]
    client.list_tables(Database="dev")  #> redshift-data.list_tables Database='dev'
    client.list_clusters(maxResults=5)  #> eks.list_clusters maxResults=5
