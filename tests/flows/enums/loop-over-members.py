# A loop over an enum's members
import enum

import boto3


class Group(enum.Enum):
    API = "/app/api"
    JOBS = "/app/jobs"


def handler(event, context):
    logs = boto3.client("logs")
    for group in Group:
        logs.delete_retention_policy(logGroupName=group.value)  #> logs.delete_retention_policy logGroupName='/app/api'|'/app/jobs'
