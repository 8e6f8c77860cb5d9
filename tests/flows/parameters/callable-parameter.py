# The client's method is passed to a retrying helper
import boto3

sfn = boto3.client("stepfunctions")


def attempt(operation, times=3, **kwargs):
    for _ in range(times):
        try:
            return operation(**kwargs)  #> either stepfunctions.describe_execution executionArn='arn:x'
        except sfn.exceptions.ExecutionDoesNotExist:
            continue


attempt(sfn.describe_execution, executionArn="arn:x")  #> either stepfunctions.describe_execution executionArn='arn:x'
