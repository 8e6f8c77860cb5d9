# A function returns a client's bound method
import boto3


def publisher():
    client = boto3.client("iot-data")
    return client.publish


def handler(event, context):
    send = publisher()
    send(topic="devices/1", payload=b"on")  #> iot-data.publish topic='devices/1'
