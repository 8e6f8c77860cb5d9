# A function takes an operation as parameter
import boto3


def collect(operation, key, **kwargs):
    result = []
    while True:
        response = operation(**kwargs)  #> ecs.list_clusters; ecs.list_task_definitions familyPrefix='web'
        result += response[key]
        if "nextToken" not in response:
            return result
        kwargs["nextToken"] = response["nextToken"]


ecs = boto3.client("ecs")
collect(ecs.list_clusters, "clusterArns")
collect(ecs.list_task_definitions, "taskDefinitionArns", familyPrefix="web")
