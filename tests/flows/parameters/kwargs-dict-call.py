# The arguments come from a call of dict
import boto3

common = dict(FunctionName="resize", InvocationType="Event")


def handler(event, context):
    boto3.client("lambda").invoke(**common, Payload=b"{}")  #> lambda.invoke FunctionName='resize' InvocationType='Event'
