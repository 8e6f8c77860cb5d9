# A generator under asynccontextmanager yields the client
from contextlib import asynccontextmanager

import aioboto3


@asynccontextmanager
async def bucket_client():
    async with aioboto3.Session().client("s3") as client:
        yield client


async def handler(event, context):
    async with bucket_client() as s3:
        await s3.list_buckets()  #> s3.list_buckets
