# Callbacks are kept in a list and called with a client
import boto3


class Bus:
    def __init__(self):
        self.listeners = []
        self.client = boto3.client("stepfunctions")

    def on(self, listener):
        self.listeners.append(listener)

    def fire(self, arn):
        for listener in self.listeners:
            listener(self.client, arn)


def stop(client, arn):
    client.stop_execution(executionArn=arn)  #> stepfunctions.stop_execution executionArn='arn:e'


bus = Bus()
bus.on(stop)
bus.fire("arn:e")
