# asyncio.gather over to_thread with a lambda
import asyncio
import boto3

ec2 = boto3.client("ec2")


async def main():
    a, b = await asyncio.gather(asyncio.to_thread(ec2.describe_vpcs), asyncio.to_thread(lambda: ec2.describe_subnets()))  #> ec2.describe_vpcs; ec2.describe_subnets
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, lambda: ec2.describe_images(Owners=["self"]))  #> ec2.describe_images
    return a, b


asyncio.run(main())
