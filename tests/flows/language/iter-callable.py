# iter with a callable and a sentinel
import functools
import boto3

sqs = boto3.client("sqs")

for batch in iter(lambda: sqs.receive_message(QueueUrl="q").get("Messages"), None):  #> sqs.receive_message QueueUrl='q'
    sqs.delete_message_batch(QueueUrl="q", Entries=[{"Id": str(i), "ReceiptHandle": m["ReceiptHandle"]} for i, m in enumerate(batch)])  #> sqs.delete_message_batch QueueUrl='q'
