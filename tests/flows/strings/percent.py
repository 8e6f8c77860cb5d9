# Names by the percent operator, with a tuple and with a dictionary
import boto3

logs = boto3.client("logs")


def handler(event, context):
    logs.delete_log_group(logGroupName="/aws/%s/%s" % ("lambda", "ingest"))  #> logs.delete_log_group logGroupName='/aws/lambda/ingest'
    logs.delete_log_stream(logGroupName="/aws/%(kind)s/x" % {"kind": "ecs"}, logStreamName="s-%s" % event["id"])  #> logs.delete_log_stream logGroupName='/aws/ecs/x' logStreamName~'s-*'
