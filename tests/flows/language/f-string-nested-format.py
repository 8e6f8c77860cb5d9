# Calls in the format spec and in nested quotes
import boto3


def run(width):
    return f"{boto3.client('sts').get_caller_identity()['Arn']:>{width}} and {boto3.client('iam').get_user()['User']['UserName']!r}"  #> sts.get_caller_identity; iam.get_user
