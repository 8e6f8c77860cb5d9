# A class takes its client from outside
import boto3


class Mailer:
    def __init__(self, client, sender):
        self._client = client
        self._sender = sender

    def send(self, to):
        self._client.send_templated_email(Source=self._sender, Template="welcome", TemplateData="{}", Destination={"ToAddresses": [to]})  #> ses.send_templated_email Source='no-reply@example.com' Template='welcome' Destination={}


def handler(event, context):
    Mailer(boto3.client("ses"), "no-reply@example.com").send(event["to"])
