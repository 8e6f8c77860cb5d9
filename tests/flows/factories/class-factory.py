# A factory object has a method for each kind
import boto3


class Factory:
    def __init__(self, session=None):
        self.session = session or boto3.Session()

    def make(self, service):
        return self.session.client(service)

    @property
    def queue(self):
        return self.make("sqs")


def handler(event, context):
    factory = Factory()
    factory.queue.list_queues()  #> sqs.list_queues
    factory.make("timestream-write").list_tables()  #> timestream-write.list_tables
