# An inner function rebinds the outer function's name
import boto3


def make_sender():
    client = None

    def connect():
        nonlocal client
        client = boto3.client("sesv2")

    def send(address):
        if client is None:
            connect()
        return client.send_email(Destination={"ToAddresses": [address]}, Content={})  #> sesv2.send_email Destination={}

    return send


def handler(event, context):
    make_sender()("a@example.com")
