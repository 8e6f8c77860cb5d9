# Clients come out of a map over services' names
import boto3

sqs, sns = map(boto3.client, ("sqs", "sns"))


def handler(event, context):
    sqs.list_queues()  #> sqs.list_queues
    sns.list_topics()  #> sns.list_topics
