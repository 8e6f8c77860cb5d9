# A client as default argument
import boto3


def send(url, body, client=boto3.client("sqs")):
    client.send_message(QueueUrl=url, MessageBody=body)  #> sqs.send_message QueueUrl='https://sqs.example/a' MessageBody='x'


send("https://sqs.example/a", "x")
