# The name of an except clause ends with it
import boto3
from botocore.exceptions import ClientError

lam = boto3.client("lambda")


def handler(event, context):
    try:
        return lam.invoke(FunctionName="worker", Payload=b"{}")  #> lambda.invoke FunctionName='worker'
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code")
        if code == "TooManyRequestsException":
            return lam.get_function_concurrency(FunctionName="worker")  #> lambda.get_function_concurrency FunctionName='worker'
        raise
