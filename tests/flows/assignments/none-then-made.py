# A parameter that is None is replaced before it is used
import boto3


def notify(message, sns=None):
    if sns is None:
        sns = boto3.client("sns")
    sns.publish(TopicArn="arn:aws:sns:us-east-1:111122223333:ops", Message=message)  #> sns.publish TopicArn='arn:aws:sns:us-east-1:111122223333:ops'


notify("started")
