# Operators that call
import boto3


class Topic:
    def __init__(self, arn):
        self.arn = arn
        self.sns = boto3.client("sns")

    def __lshift__(self, message):
        self.sns.publish(TopicArn=self.arn, Message=message)  #> sns.publish TopicArn='arn:t' Message='hello'
        return self

    def __len__(self):
        return len(self.sns.list_subscriptions_by_topic(TopicArn=self.arn)["Subscriptions"])  #> sns.list_subscriptions_by_topic TopicArn='arn:t'


topic = Topic("arn:t")
topic << "hello"
len(topic)
