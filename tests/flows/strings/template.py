# A format string from elsewhere leaves nothing known
import boto3

from names import PATTERN


def handler(event, context):
    boto3.client("sns").create_topic(Name=PATTERN % (event["kind"],))  #> sns.create_topic Name~'topic-*'
    boto3.client("sns").create_topic(Name=event["pattern"].format(kind="x"))  #> sns.create_topic Name=?
# file: names.py
PATTERN = "topic-%s"
