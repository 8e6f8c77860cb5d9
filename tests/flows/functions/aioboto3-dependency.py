# An async generator as FastAPI dependency
import aioboto3
from fastapi import Depends, FastAPI

app = FastAPI()
session = aioboto3.Session()


async def sqs():
    async with session.client("sqs") as client:
        yield client


@app.post("/")
async def send(client=Depends(sqs)):
    await client.send_message(QueueUrl="u", MessageBody="m")  #> sqs.send_message QueueUrl='u' MessageBody='m'
