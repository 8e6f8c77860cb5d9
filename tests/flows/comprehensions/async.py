# An asynchronous comprehension awaits calls
import asyncio

import aioboto3


async def sizes(keys):
    async with aioboto3.Session().client("s3") as s3:
        return [(await s3.head_object(Bucket="b", Key=key))["ContentLength"] for key in keys]  #> s3.head_object Bucket='b' Key='x'|'y'


def handler(event, context):
    return asyncio.run(sizes(["x", "y"]))
