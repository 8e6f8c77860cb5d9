# The pages of an asynchronous paginator
import aioboto3


async def keys():
    async with aioboto3.Session().client("s3") as s3:
        paginator = s3.get_paginator("list_objects_v2")
        async for page in paginator.paginate(Bucket="b", Prefix="p/"):  #> s3.list_objects_v2 through=paginator:list_objects_v2 Bucket='b' Prefix='p/'
            for item in page.get("Contents", []):
                yield item["Key"]
