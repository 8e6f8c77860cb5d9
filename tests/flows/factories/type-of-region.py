# What a factory returns is told by an annotation, for its body reads nothing
from acme.plugins import load_plugin
from mypy_boto3_events import EventBridgeClient


def bus() -> EventBridgeClient:
    return load_plugin("bus")


def handler(event, context):
    bus().describe_event_bus(Name="orders")  #> events.describe_event_bus Name='orders'
