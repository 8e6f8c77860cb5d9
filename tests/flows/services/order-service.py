# A service with repository and publisher injected
# file: service.py
class OrderService:
    def __init__(self, repository, publisher):
        self.repository = repository
        self.publisher = publisher

    def place(self, order):
        self.repository.save(order)
        self.publisher.publish({"type": "placed", "order": order})
# file: adapters.py
import json
import boto3


class DynamoRepository:
    def __init__(self, table_name):
        self._table = boto3.resource("dynamodb").Table(table_name)

    def save(self, order):
        self._table.put_item(Item=order, ConditionExpression="attribute_not_exists(id)")  #> dynamodb.put_item through=resource:Table.put_item TableName=$ORDERS


class EventBridgePublisher:
    def __init__(self, bus="default"):
        self._client = boto3.client("events")
        self._bus = bus

    def publish(self, event):
        self._client.put_events(Entries=[{"EventBusName": self._bus, "Detail": json.dumps(event)}])  #> events.put_events Entries=*
# file: handler.py
import os
from adapters import DynamoRepository, EventBridgePublisher
from service import OrderService

service = OrderService(DynamoRepository(os.environ["ORDERS"]), EventBridgePublisher())


def handler(event, context):
    service.place(event["order"])
