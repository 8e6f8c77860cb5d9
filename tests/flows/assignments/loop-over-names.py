# A loop over literal names gives an argument each of them
import boto3

logs = boto3.client("logs")


def retain():
    for group in ["/aws/lambda/ingest", "/aws/lambda/export"]:
        logs.put_retention_policy(logGroupName=group, retentionInDays=30)  #> logs.put_retention_policy logGroupName='/aws/lambda/ingest'|'/aws/lambda/export' retentionInDays=30
