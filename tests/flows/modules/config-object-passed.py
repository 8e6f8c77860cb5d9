# A context object carries clients through layers
# file: context.py
from dataclasses import dataclass
from typing import Any


@dataclass
class Context:
    table: Any
    events: Any
    bus: str
# file: app.py
import os
import boto3
from context import Context
from usecases import register

context = Context(boto3.resource("dynamodb").Table(os.environ["USERS"]), boto3.client("events"), bus="main")


def handler(event, _):
    register(context, event["name"])
# file: usecases.py
def register(context, name):
    context.table.put_item(Item={"name": name})  #> dynamodb.put_item through=resource:Table.put_item TableName=$USERS
    notify(context, name)


def notify(ctx, name):
    ctx.events.put_events(Entries=[{"EventBusName": ctx.bus, "Detail": name}])  #> events.put_events
