# A second name for a client is the same client
import boto3

primary = boto3.client("sqs", region_name="eu-central-1")
queue = primary


def handler(event, context):
    sender = queue
    sender.send_message(QueueUrl="https://sqs.example/orders", MessageBody=event["body"])  #> sqs.send_message QueueUrl='https://sqs.example/orders' MessageBody=?
