# An attrs class with a factory
import attr
import boto3


@attr.s(auto_attribs=True)
class Mailer:
    sender: str
    client: object = attr.ib(factory=lambda: boto3.client("sesv2"))

    def send(self, to):
        self.client.send_email(FromEmailAddress=self.sender, Destination={"ToAddresses": [to]}, Content={})  #> sesv2.send_email FromEmailAddress='noreply@example.com'


Mailer("noreply@example.com").send("x@example.com")
