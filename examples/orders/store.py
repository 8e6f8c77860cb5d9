"""The queue that orders wait in, and the container that keeps them."""

from __future__ import annotations

import functools
import json
import os
from typing import Any

from azure.cosmos import ContainerProxy, CosmosClient
from azure.cosmos.exceptions import CosmosResourceNotFoundError
from azure.identity import DefaultAzureCredential
from azure.servicebus import ServiceBusClient, ServiceBusMessage


@functools.cache
def container() -> ContainerProxy:
    """Return the container of orders; the client is made once for each worker."""
    client = CosmosClient(os.environ["COSMOS_ENDPOINT"], credential=DefaultAzureCredential())
    return client.get_database_client(os.environ["COSMOS_DATABASE"]).get_container_client("orders")


@functools.cache
def bus() -> ServiceBusClient:
    """Return the client of the Service Bus namespace."""
    return ServiceBusClient.from_connection_string(os.environ["SERVICE_BUS"])


def enqueue(order_id: str, lines: list[tuple[str, int]]) -> None:
    """Put an order on the queue."""
    body = json.dumps({"id": order_id, "lines": lines})
    with bus().get_queue_sender(os.environ["ORDERS_QUEUE"]) as sender:
        sender.send_messages(ServiceBusMessage(body, message_id=order_id))


def keep(order: dict[str, Any]) -> None:
    """Write an order, in the place of an older one with its id."""
    container().upsert_item({**order, "status": "fulfilled"})


def find(order_id: str) -> dict[str, Any] | None:
    """Return the order of that id, or None if there is none."""
    try:
        return dict(container().read_item(item=order_id, partition_key=order_id))
    except CosmosResourceNotFoundError:
        return None
