# A table of services' names makes the client
import boto3

SERVICES = {"queue": "sqs", "topic": "sns"}


def handler(event, context):
    boto3.client(SERVICES["queue"]).list_queues()  #> sqs.list_queues
    boto3.client(SERVICES["topic"]).list_topics()  #> sns.list_topics
