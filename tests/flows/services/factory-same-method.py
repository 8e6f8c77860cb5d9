# The factory's choice tells which service has the method
import boto3


def make(kind):
    if kind == "kinesis":
        return boto3.client("kinesis")
    if kind == "firehose":
        return boto3.client("firehose")
    raise ValueError(kind)


make("kinesis").put_record(StreamName="s", Data=b"", PartitionKey="p")  #> kinesis.put_record StreamName='s'
make("firehose").put_record(DeliveryStreamName="d", Record={"Data": b""})  #> firehose.put_record DeliveryStreamName='d'
