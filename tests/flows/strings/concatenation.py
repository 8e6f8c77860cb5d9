# Names by plus, and by an augmented assignment
import boto3

sqs = boto3.client("sqs")


def handler(event, context):
    name = "orders" + "-" + "dead"
    name += ".fifo"
    sqs.create_queue(QueueName=name)  #> sqs.create_queue QueueName='orders-dead.fifo'
    sqs.get_queue_url(QueueName="tenant-" + event["tenant"])  #> sqs.get_queue_url QueueName~'tenant-*'
