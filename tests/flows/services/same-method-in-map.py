# Methods that several services have, by the map's key
import boto3

CLIENTS = {name: boto3.client(service) for name, service in [("stream", "kinesis"), ("delivery", "firehose")]}
CLIENTS["stream"].list_tags_for_stream(StreamName="s")  #> kinesis.list_tags_for_stream StreamName='s'
CLIENTS["delivery"].put_record(DeliveryStreamName="d", Record={})  #> firehose.put_record DeliveryStreamName='d'
CLIENTS["stream"].put_record(StreamName="s", Data=b"", PartitionKey="p")  #> kinesis.put_record StreamName='s'
