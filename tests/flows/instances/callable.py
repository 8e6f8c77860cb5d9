# An object is called like a function
import boto3


class Publisher:
    def __init__(self, topic):
        self.topic = topic
        self.sns = boto3.client("sns")

    def __call__(self, message):
        self.sns.publish(TopicArn=self.topic, Message=message)  #> sns.publish TopicArn='arn:t' Message='hello'


publish = Publisher("arn:t")


def handler(event, context):
    publish("hello")
