# Several coroutines run at once, each with its own name
import asyncio

import boto3

s3 = boto3.client("s3")


async def size(key):
    return s3.head_object(Bucket="b", Key=key)["ContentLength"]  #> s3.head_object Bucket='b' Key='one'|'two'


async def main():
    return await asyncio.gather(size("one"), size("two"))


asyncio.run(main())
