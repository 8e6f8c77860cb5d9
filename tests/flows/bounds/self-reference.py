# A structure that holds itself
import boto3

tree = {"client": boto3.client("ecs")}
tree["self"] = tree
nodes = [tree]
nodes.append(nodes)


def handler(event, context):
    tree["self"]["self"]["client"].list_clusters()  #> ecs.list_clusters
    return nodes[0]["client"].list_services()  #> ecs.list_services
