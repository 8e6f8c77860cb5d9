# A service with an aioboto3 session in its constructor
import aioboto3


class Mailer:
    def __init__(self, session: aioboto3.Session, sender: str):
        self._session = session
        self._sender = sender

    async def send(self, to):
        async with self._session.client("ses", region_name="eu-west-1") as ses:
            await ses.send_email(Source=self._sender, Destination={"ToAddresses": [to]}, Message={})  #> ses.send_email Source='me@example.com'


async def main():
    await Mailer(aioboto3.Session(), "me@example.com").send("you@example.com")
