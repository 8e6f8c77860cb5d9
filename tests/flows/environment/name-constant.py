# The variable's name is a constant of another module
import os

import boto3

from keys import TOPIC_VARIABLE


def handler(event, context):
    boto3.client("sns").publish(TopicArn=os.environ[TOPIC_VARIABLE], Message="x")  #> sns.publish TopicArn=$ALERT_TOPIC Message='x'
# file: keys.py
PREFIX = "ALERT"
TOPIC_VARIABLE = PREFIX + "_TOPIC"
