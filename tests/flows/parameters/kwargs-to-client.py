# Keyword arguments of a wrapper become those of the call
import boto3

client = boto3.client("kinesis")


def put_record(**kwargs):
    return client.put_record(**kwargs)  #> kinesis.put_record StreamName='clicks' PartitionKey='1'


put_record(StreamName="clicks", PartitionKey="1", Data=b"x")
