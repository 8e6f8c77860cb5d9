# A blocking call runs in a thread
import asyncio

import boto3

comprehend = boto3.client("comprehend")


async def analyse(text):
    return await asyncio.to_thread(comprehend.detect_sentiment, Text=text, LanguageCode="en")  #> comprehend.detect_sentiment LanguageCode='en'


def handler(event, context):
    return asyncio.run(analyse(event["text"]))
