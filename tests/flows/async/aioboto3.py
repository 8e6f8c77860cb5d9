# An aioboto3 client is entered and its calls awaited
import asyncio

import aioboto3

session = aioboto3.Session()


async def read(key):
    async with session.client("s3", region_name="eu-west-1") as s3:
        response = await s3.get_object(Bucket="async", Key=key)  #> s3.get_object Bucket='async' Key='a.txt'
        async with response["Body"] as stream:
            return await stream.read()


def handler(event, context):
    return asyncio.run(read("a.txt"))
