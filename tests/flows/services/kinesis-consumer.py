# Shards and iterators
import boto3


class Consumer:
    def __init__(self, stream, client=None):
        self.stream = stream
        self.client = client if client is not None else boto3.client("kinesis")

    def shards(self):
        return self.client.describe_stream(StreamName=self.stream)["StreamDescription"]["Shards"]  #> kinesis.describe_stream StreamName='clicks'

    def records(self, shard):
        it = self.client.get_shard_iterator(StreamName=self.stream, ShardId=shard, ShardIteratorType="LATEST")["ShardIterator"]  #> kinesis.get_shard_iterator StreamName='clicks'
        while it:
            page = self.client.get_records(ShardIterator=it)  #> kinesis.get_records
            yield from page["Records"]
            it = page.get("NextShardIterator")


consumer = Consumer("clicks")
for s in consumer.shards():
    for r in consumer.records(s["ShardId"]):
        print(r)
