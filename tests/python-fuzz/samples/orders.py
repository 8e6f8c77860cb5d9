"""A queue consumer: it stores orders in a table and reports failures.

Sample for the parser's fuzzing: common statements as services write them.
"""
from __future__ import annotations

import json
import logging
import os
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any, Iterable, Optional

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError

logger = logging.getLogger(__name__)
logger.setLevel(os.environ.get("LOG_LEVEL", "INFO"))

TABLE = os.environ["ORDERS_TABLE"]
RETRIES = Config(retries={"max_attempts": 5, "mode": "adaptive"}, connect_timeout=2)

dynamodb = boto3.resource("dynamodb", config=RETRIES)
sqs = boto3.client("sqs", config=RETRIES)


class OrderError(Exception):
    """An order that cannot be stored."""

    def __init__(self, order_id: str, reason: str = "unknown") -> None:
        super().__init__(f"order {order_id!r} failed: {reason}")
        self.order_id = order_id


@dataclass(frozen=True)
class Order:
    """One order, as the shop sends it."""

    id: str
    lines: list[dict[str, Any]] = field(default_factory=list)
    customer: Optional[str] = None

    @property
    def total(self) -> float:
        '''The sum of all lines, with tax.'''
        return sum(line["price"] * line.get("count", 1) for line in self.lines) * 1.19

    @classmethod
    def parse(cls, body: str) -> "Order":
        data = json.loads(body)
        if not (order_id := data.get("id")):
            raise OrderError("?", "no id")
        return cls(id=order_id, lines=data.get("lines", []), customer=data.get("customer"))


def store(order: Order, *, table: str = TABLE, **options: Any) -> None:
    """Writes an order, once.

    Raises OrderError if the table refuses it:
        the condition fails, or the item is too large.
    """
    try:
        dynamodb.Table(table).put_item(
            Item={
                "pk": f"ORDER#{order.id}",
                "total": str(order.total),
                "lines": [dict(line, index=index) for index, line in enumerate(order.lines)],
            },
            ConditionExpression="attribute_not_exists(pk)",
            **options,
        )
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code == "ConditionalCheckFailedException":
            logger.info("order %s is there already", order.id)
            return
        raise OrderError(order.id, code) from error
    else:
        logger.info("stored %s: %.2f", order.id, order.total)
    finally:
        logger.debug("done with %s", order.id)


def grouped(orders: Iterable[Order]) -> dict[str, list[Order]]:
    groups: dict[str, list[Order]] = defaultdict(list)
    for order in orders:
        groups[order.customer or "anonymous"].append(order)
    return {name: sorted(group, key=lambda order: (-order.total, order.id)) for name, group in groups.items()}


def handler(event, context):
    failures = []
    for record in event["Records"]:
        message_id = record["messageId"]
        try:
            store(Order.parse(record["body"]))
        except (OrderError, json.JSONDecodeError):
            logger.exception("could not store %s", message_id)
            failures.append({"itemIdentifier": message_id})
            if len(failures) > 10 and context.get_remaining_time_in_millis() < 1000:
                sqs.send_message(
                    QueueUrl=os.getenv("ALARM_QUEUE", ""),
                    MessageBody=json.dumps({"failures": [item["itemIdentifier"] for item in failures]}),
                )
                break
    return {"batchItemFailures": failures}


if __name__ == "__main__":
    with open("event.json", encoding="utf-8") as file:
        print(json.dumps(handler(json.load(file), None), indent=2))
