# An own module is imported inside the function that needs it
def handler(event, context):
    from heavy.model import load

    return load("v3")
# file: heavy/model.py
import boto3


def load(version):
    return boto3.client("sagemaker").describe_model(ModelName=f"ranker-{version}")  #> sagemaker.describe_model ModelName='ranker-v3'
