# An aioboto3 resource gives a table that is awaited itself
import aioboto3


async def load(key):
    async with aioboto3.Session().resource("dynamodb") as dynamodb:
        table = await dynamodb.Table("profiles")
        return await table.get_item(Key={"id": key})  #> dynamodb.get_item through=resource:Table.get_item TableName='profiles' Key={}
