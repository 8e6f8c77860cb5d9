# A queue of the standard library
import queue

import boto3

jobs = queue.Queue()
sqs = boto3.client("sqs")


def handler(event, context):
    jobs.put(event)
    job = jobs.get()
    sqs.send_message(QueueUrl="q", MessageBody=str(job))  #> sqs.send_message QueueUrl='q' MessageBody=*
    return jobs.empty()
