# A faster JSON module where there is one, and the client all the same
try:
    import orjson as json
except ImportError:
    import json

try:
    import boto3
except ImportError:
    boto3 = None


def handler(event, context):
    if boto3 is None:
        return None
    client = boto3.client("stepfunctions")
    return client.start_execution(stateMachineArn=event["arn"], input=json.dumps({}))  #> stepfunctions.start_execution stateMachineArn=? input=*
