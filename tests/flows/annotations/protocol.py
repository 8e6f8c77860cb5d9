# A protocol of the program is implemented by two classes
from typing import Protocol

import boto3


class Sender(Protocol):
    def send(self, text: str) -> None: ...


class Sms:
    def send(self, text: str) -> None:
        boto3.client("sns").publish(PhoneNumber="+4100000000", Message=text)  #> sns.publish PhoneNumber='+4100000000'


def notify(sender: Sender) -> None:
    sender.send("hi")


notify(Sms())
