# A generator expression goes into a function
import boto3

cloudwatch = boto3.client("cloudwatch")


def handler(event, context):
    return any(cloudwatch.describe_alarms(AlarmNames=[name])["MetricAlarms"] for name in ["cpu", "disk"])  #> cloudwatch.describe_alarms
