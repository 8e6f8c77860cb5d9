# Powertools decorates the handler, whose calls stay
import os

import boto3
from aws_lambda_powertools import Logger, Tracer

logger = Logger()
tracer = Tracer()
table = boto3.resource("dynamodb").Table(os.environ["TABLE"])


@tracer.capture_lambda_handler
@logger.inject_lambda_context(log_event=True)
def handler(event, context):
    return load(event["id"])


@tracer.capture_method
def load(key):
    return table.get_item(Key={"id": key})["Item"]  #> dynamodb.get_item through=resource:Table.get_item TableName=$TABLE Key={}
