# An AsyncExitStack enters a client that lives longer
from contextlib import AsyncExitStack

from aiobotocore.session import AioSession


class Queue:
    def __init__(self):
        self.stack = AsyncExitStack()
        self.client = None

    async def start(self):
        session = AioSession()
        self.client = await self.stack.enter_async_context(session.create_client("sqs"))

    async def poll(self):
        return await self.client.receive_message(QueueUrl="https://sqs.example/q")  #> sqs.receive_message QueueUrl='https://sqs.example/q'
