# Strategies in a dictionary of classes
import boto3


class Email:
    def __init__(self):
        self.client = boto3.client("ses")

    def send(self, text):
        return self.client.send_raw_email(RawMessage={"Data": text})  #> ses.send_raw_email RawMessage={}


class Sms:
    def __init__(self):
        self.client = boto3.client("sns")

    def send(self, text):
        return self.client.publish(PhoneNumber="+1", Message=text)  #> sns.publish PhoneNumber='+1'


STRATEGIES = {"email": Email, "sms": Sms}


def notify(kind, text):
    STRATEGIES[kind]().send(text)
