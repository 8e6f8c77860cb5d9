# The code root is src, and the test folder beside it is another
# file: src/shop/__init__.py
# file: src/shop/orders.py
from shop.clients import sns


def announce(order):
    sns.publish(TopicArn="arn:aws:sns:eu-west-1:111122223333:orders", Message=order)  #> sns.publish TopicArn='arn:aws:sns:eu-west-1:111122223333:orders' Message='42'


def handler(event, context):
    announce("42")
# file: src/shop/clients.py
import boto3

sns = boto3.client("sns")
