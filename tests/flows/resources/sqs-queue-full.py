# A queue by name, its messages and attributes
import boto3

sqs = boto3.resource("sqs")


def work():
    queue = sqs.get_queue_by_name(QueueName="jobs")  #> sqs.get_queue_url through=resource:ServiceResource.get_queue_by_name QueueName='jobs'
    print(queue.url, queue.attributes["ApproximateNumberOfMessages"])  #> sqs.get_queue_attributes through=*
    entries = []
    for message in queue.receive_messages(WaitTimeSeconds=20):  #> sqs.receive_message through=resource:Queue.receive_messages WaitTimeSeconds=20
        print(message.body, message.attributes)
        message.change_visibility(VisibilityTimeout=60)  #> sqs.change_message_visibility through=resource:Message.change_visibility VisibilityTimeout=60
        entries.append({"Id": message.message_id, "ReceiptHandle": message.receipt_handle})
    queue.delete_messages(Entries=entries)  #> sqs.delete_message_batch through=resource:Queue.delete_messages
    queue.send_messages(Entries=[])  #> sqs.send_message_batch through=resource:Queue.send_messages
    queue.Message("receipt").delete()  #> sqs.delete_message through=resource:Message.delete ReceiptHandle='receipt'
    queue.set_attributes(Attributes={})  #> sqs.set_queue_attributes through=resource:Queue.set_attributes
    for dead in queue.dead_letter_source_queues.all():  #> sqs.list_dead_letter_source_queues through=*
        dead.purge()  #> sqs.purge_queue through=resource:Queue.purge
