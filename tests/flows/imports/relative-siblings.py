# Relative imports of siblings and parents
# file: app/__init__.py
# file: app/aws.py
import boto3

session = boto3.Session()
# file: app/services/__init__.py
# file: app/services/queue.py
from ..aws import session
from .. import aws
from . import names

sqs = session.client("sqs")


def send(body):
    sqs.send_message(QueueUrl=names.URL, MessageBody=body)  #> sqs.send_message QueueUrl='https://q'
    aws.session.client("sns").publish(TopicArn=names.TOPIC, Message=body)  #> sns.publish TopicArn='arn:t'
# file: app/services/names.py
URL = "https://q"
TOPIC = "arn:t"
