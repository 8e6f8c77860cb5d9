# A factory by if and ==
import boto3


def make(kind):
    if kind == "queue":
        return boto3.client("sqs")
    elif kind == "topic":
        return boto3.client("sns")
    return boto3.client("events")


make("queue").tag_queue(QueueUrl="u", Tags={})  #> sqs.tag_queue QueueUrl='u'
make("topic").tag_resource(ResourceArn="arn:t", Tags=[])  #> sns.tag_resource ResourceArn='arn:t'
make("other").tag_resource(ResourceARN="arn:e", Tags=[])  #> events.tag_resource ResourceARN='arn:e'
