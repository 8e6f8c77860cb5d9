# Queues by their prefix, and a collection in a comprehension
import boto3

sqs = boto3.resource("sqs")


def handler(event, context):
    urls = [queue.url for queue in sqs.queues.filter(QueueNamePrefix="dead-")]  #> sqs.list_queues through=* QueueNamePrefix='dead-'
    for url in urls:
        sqs.Queue(url).purge()  #> sqs.purge_queue through=resource:Queue.purge
