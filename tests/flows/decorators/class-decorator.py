# A class decorator gives back the class with one attribute more
import boto3


def registered(cls):
    cls.registered = True
    return cls


@registered
class Exporter:
    def __init__(self):
        self.client = boto3.client("s3control")

    def run(self):
        return self.client.list_jobs(AccountId="111122223333")  #> s3control.list_jobs AccountId='111122223333'


def handler(event, context):
    return Exporter().run()
