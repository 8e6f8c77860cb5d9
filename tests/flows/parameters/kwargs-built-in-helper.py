# A helper returns the dictionary of arguments
import boto3


def arguments(name, payload):
    return {"Name": name, "Value": payload, "Type": "SecureString"}


def handler(event, context):
    boto3.client("ssm").put_parameter(**arguments("/db/password", event["password"]))  #> ssm.put_parameter Name='/db/password' Value=? Type='SecureString'
