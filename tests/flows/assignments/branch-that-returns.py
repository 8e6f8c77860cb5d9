# A branch that returns leaves its binding behind
import boto3

sns = boto3.client("sns")


def handler(event, context):
    topic = "arn:aws:sns:eu-west-1:111122223333:alerts"
    if event.get("dry"):
        topic = "nowhere"
        return {"topic": topic}
    sns.publish(TopicArn=topic, Message="full")  #> sns.publish TopicArn='arn:aws:sns:eu-west-1:111122223333:alerts' Message='full'
    return {"topic": topic}
