# A class inside a class
import boto3


class Config:
    class Names:
        TOPIC = "arn:aws:sns:eu-west-1:111122223333:t"

    @staticmethod
    def sns():
        return boto3.client("sns")


def handler(event, context):
    Config.sns().get_topic_attributes(TopicArn=Config.Names.TOPIC)  #> sns.get_topic_attributes TopicArn='arn:aws:sns:eu-west-1:111122223333:t'
