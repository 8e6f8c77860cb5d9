# An object enters its client by hand
import aioboto3


class Store:
    def __init__(self):
        self.session = aioboto3.Session()

    async def __aenter__(self):
        self.client = await self.session.client("dynamodb").__aenter__()
        return self

    async def __aexit__(self, *error):
        await self.client.__aexit__(*error)

    async def tables(self):
        return await self.client.list_tables()  #> dynamodb.list_tables


async def handler(event, context):
    async with Store() as store:
        return await store.tables()
