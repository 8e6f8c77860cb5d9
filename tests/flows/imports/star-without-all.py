# A star import brings every public name, and imported ones too
from base import *


def handler(event, context):
    client = boto3.client("events")
    client.put_events(Entries=[{"Source": SOURCE, "DetailType": "x", "Detail": "{}"}])  #> events.put_events
    client.disable_rule(Name=SOURCE)  #> events.disable_rule Name='shop.orders'
# file: base.py
import boto3

SOURCE = "shop.orders"
