# A decorator puts functions into a table
import boto3

HANDLERS = {}


def on(kind):
    def register(function):
        HANDLERS[kind] = function
        return function

    return register


@on("upload")
def uploaded(client):
    client.publish(TopicArn="arn:t", Message="new")  #> sns.publish TopicArn='arn:t' Message='new'


def handler(event, context):
    HANDLERS[event["kind"]](boto3.client("sns"))
