# Sorted and reversed sequences have the same elements
import boto3

codebuild = boto3.client("codebuild")
PROJECTS = ["web", "api"]


def handler(event, context):
    for project in reversed(sorted(PROJECTS, key=len)):
        codebuild.start_build(projectName=project)  #> codebuild.start_build projectName='api'|'web'
