# A comprehension makes a dictionary of clients
import boto3

clients = {name: boto3.client(name) for name in ["ecs", "eks"]}


def handler(event, context):
    clients["ecs"].list_services(cluster="main")  #> ecs.list_services cluster='main'
    clients["eks"].list_nodegroups(clusterName="main")  #> eks.list_nodegroups clusterName='main'
