# A function of the program runs in a thread and gets the client
import asyncio

import boto3


def fetch(client, name):
    return client.get_secret_value(SecretId=name)  #> secretsmanager.get_secret_value SecretId='api-key'


async def main():
    await asyncio.to_thread(fetch, boto3.client("secretsmanager"), name="api-key")


asyncio.run(main())
