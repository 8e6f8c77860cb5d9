# Actions of the service itself make sub-resources
import boto3

sqs = boto3.resource("sqs")


def handler(event, context):
    queue = sqs.get_queue_by_name(QueueName="jobs")  #> sqs.get_queue_url through=resource:ServiceResource.get_queue_by_name QueueName='jobs'
    queue.send_message(MessageBody="x")  #> sqs.send_message through=resource:Queue.send_message MessageBody='x'
    for message in queue.receive_messages(MaxNumberOfMessages=10):  #> sqs.receive_message through=resource:Queue.receive_messages MaxNumberOfMessages=10
        message.delete()  #> sqs.delete_message through=resource:Message.delete
