# The object's method is found by a name that is put together
import boto3


class Worker:
    def __init__(self):
        self.sns = boto3.client("sns")

    def on_created(self, name):
        self.sns.create_topic(Name=name)  #> sns.create_topic Name=?

    def on_removed(self, name):
        self.sns.delete_topic(TopicArn=name)  #> sns.delete_topic TopicArn=?

    def dispatch(self, event):
        getattr(self, "on_" + event["kind"])(event["name"])


def handler(event, context):
    Worker().dispatch(event)
