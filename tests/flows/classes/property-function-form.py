# property() without a decorator
import boto3


class A:
    def _get(self):
        return boto3.client("sqs")

    client = property(_get)

    def run(self):
        return self.client.list_queues()  #> sqs.list_queues
