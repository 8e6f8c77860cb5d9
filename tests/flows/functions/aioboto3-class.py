# aioboto3 kept in a class with an exit stack
import contextlib
import aioboto3


class Store:
    def __init__(self):
        self.session = aioboto3.Session()
        self.stack = contextlib.AsyncExitStack()

    async def __aenter__(self):
        self.s3 = await self.stack.enter_async_context(self.session.client("s3"))
        self.ddb = await self.stack.enter_async_context(self.session.resource("dynamodb"))
        self.table = await self.ddb.Table("t")
        return self

    async def __aexit__(self, *a):
        await self.stack.aclose()

    async def save(self, key):
        await self.s3.put_object(Bucket="b", Key=key)  #> s3.put_object Bucket='b' Key='k'
        await self.table.put_item(Item={})  #> dynamodb.put_item through=resource:Table.put_item TableName='t'


async def main():
    async with Store() as store:
        await store.save("k")
