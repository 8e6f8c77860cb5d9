# Functions that are registered or run in a thread get their arguments
import atexit
import threading

import boto3

client = boto3.client("firehose")


def flush(stream):
    client.put_record_batch(DeliveryStreamName=stream, Records=[])  #> firehose.put_record_batch DeliveryStreamName='logs'


def beat(target, name):
    target.put_record(DeliveryStreamName=name, Record={})  #> firehose.put_record DeliveryStreamName='beats'


atexit.register(flush, "logs")
thread = threading.Thread(target=beat, args=(client,), kwargs={"name": "beats"})
thread.start()
thread.join()
