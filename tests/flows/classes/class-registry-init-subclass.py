# Subclasses are registered by __init_subclass__
import boto3


class Handler:
    registry = {}

    def __init_subclass__(cls, kind, **kwargs):
        super().__init_subclass__(**kwargs)
        Handler.registry[kind] = cls

    def __init__(self, session):
        self.session = session


class S3Handler(Handler, kind="s3"):
    def run(self, name):
        return self.session.client("s3").delete_bucket(Bucket=name)  #> s3.delete_bucket Bucket=?


class SqsHandler(Handler, kind="sqs"):
    def run(self, name):
        return self.session.client("sqs").delete_queue(QueueUrl=name)  #> sqs.delete_queue QueueUrl=?


def handler(event, context):
    return Handler.registry[event["kind"]](boto3.Session()).run(event["name"])
