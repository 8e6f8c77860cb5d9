# Coroutines become tasks and get a time limit
import asyncio

import boto3

kms = boto3.client("kms")


async def key(alias):
    return kms.describe_key(KeyId=alias)  #> kms.describe_key KeyId='alias/a'|'alias/b'


async def main():
    task = asyncio.create_task(key("alias/a"))
    await asyncio.wait_for(key("alias/b"), timeout=2)
    await task


asyncio.run(main())
