# An aiobotocore session creates clients
from aiobotocore.session import get_session


async def send(url, text):
    session = get_session()
    async with session.create_client("sqs") as client:
        await client.send_message(QueueUrl=url, MessageBody=text)  #> sqs.send_message QueueUrl=? MessageBody=?
