# Nested targets, in brackets of both kinds
import boto3

(s3, [table, (topic, _)]) = boto3.client("s3"), ["orders", ("arn:t", None)]


def handler(event, context):
    s3.list_objects(Bucket=table)  #> s3.list_objects Bucket='orders'
    boto3.client("sns").delete_topic(TopicArn=topic)  #> sns.delete_topic TopicArn='arn:t'
