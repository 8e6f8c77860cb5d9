# The event loop runs a function in its executor
import asyncio
from functools import partial

import boto3

translate = boto3.client("translate")


def to_german(text):
    return translate.translate_text(Text=text, SourceLanguageCode="en", TargetLanguageCode="de")  #> translate.translate_text Text='hello' TargetLanguageCode='de'


async def main():
    loop = asyncio.get_running_loop()
    await loop.run_in_executor(None, to_german, "hello")
    await loop.run_in_executor(None, partial(translate.list_languages, MaxResults=5))  #> translate.list_languages MaxResults=5


asyncio.run(main())
