# Dictionaries are merged before they are unpacked
import boto3

BASE = {"Cluster": "main", "LaunchType": "FARGATE"}


def handler(event, context):
    extra = {"TaskDefinition": "worker"}
    merged = {**BASE, **extra}
    arguments = {name[0].lower() + name[1:]: value for name, value in merged.items()}
    boto3.client("ecs").run_task(**arguments)  #> ecs.run_task
    boto3.client("ecs").describe_tasks(**{"cluster": BASE["Cluster"], **{"tasks": ["t"]}})  #> ecs.describe_tasks cluster='main'
