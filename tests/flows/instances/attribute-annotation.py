# A class says by annotation which type its attribute has, and nobody assigns it
from mypy_boto3_kinesis.client import KinesisClient


class Producer:
    client: KinesisClient

    def send(self, data: bytes) -> None:
        self.client.put_record(StreamName="s", Data=data, PartitionKey="1")  #> kinesis.put_record StreamName='s' PartitionKey='1'
