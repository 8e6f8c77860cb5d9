"""Azure Functions app that takes orders over HTTP and fulfils them from a queue."""

from __future__ import annotations

import json
import logging
import uuid

import azure.functions as func

import store

app = func.FunctionApp(http_auth_level=func.AuthLevel.FUNCTION)


@app.route(route="orders", methods=["POST"])
def take_order(req: func.HttpRequest) -> func.HttpResponse:
    """Put an order on the queue. The caller may send its own id, so that sending twice orders once."""
    try:
        order = req.get_json()
        lines = [(str(line["sku"]), int(line["quantity"])) for line in order["lines"]]
    except (KeyError, TypeError, ValueError):
        return answer(400, {"error": "an order has lines with sku and quantity"})
    if not lines or any(quantity < 1 for _, quantity in lines):
        return answer(400, {"error": "an order has at least one line, and no quantity below one"})
    order_id = str(order.get("id") or uuid.uuid4())
    store.enqueue(order_id, lines)
    logging.info("order taken", extra={"order": order_id, "lines": len(lines)})
    return answer(202, {"id": order_id})


@app.route(route="orders/{id}", methods=["GET"])
def read_order(req: func.HttpRequest) -> func.HttpResponse:
    """Return an order that was fulfilled."""
    order = store.find(req.route_params["id"])
    return answer(404, {"error": "no such order"}) if order is None else answer(200, order)


@app.service_bus_queue_trigger(arg_name="message", queue_name="%ORDERS_QUEUE%", connection="SERVICE_BUS")
def fulfil_order(message: func.ServiceBusMessage) -> None:
    """Keep an order as fulfilled. Doing it again gives the same document."""
    order = json.loads(message.get_body().decode())
    store.keep(order)
    logging.info("order fulfilled", extra={"order": order["id"]})


def answer(status: int, body: dict[str, object]) -> func.HttpResponse:
    """Return a response with a JSON body."""
    return func.HttpResponse(json.dumps(body), status_code=status, mimetype="application/json")
