import json
from typing import Any

import azure.functions as func
import pytest

import function_app
import store


def call(function: Any, body: object = None, **route: str) -> tuple[int, Any]:
    request = func.HttpRequest(
        method="POST", url="/api/orders", body=json.dumps(body).encode(), route_params=route
    )
    response = function.build().get_user_function()(request)
    return response.status_code, json.loads(response.get_body())


@pytest.fixture
def orders(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    monkeypatch.setattr(store, "keep", lambda order: kept.update({order["id"]: order}))
    monkeypatch.setattr(store, "find", kept.get)
    return kept


@pytest.fixture
def queue(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    sent: list[dict[str, Any]] = []
    monkeypatch.setattr(
        store, "enqueue", lambda order_id, lines: sent.append({"id": order_id, "lines": lines})
    )
    return sent


def test_order_is_put_on_the_queue(queue: list[dict[str, Any]]) -> None:
    body = {"id": "7", "lines": [{"sku": "tea", "quantity": 2}]}
    assert call(function_app.take_order, body) == (202, {"id": "7"})
    assert queue == [{"id": "7", "lines": [("tea", 2)]}]


@pytest.mark.parametrize(
    "body",
    [None, [], {}, {"lines": []}, {"lines": [{"sku": "tea"}]}, {"lines": [{"sku": "tea", "quantity": 0}]}],
)
def test_what_is_no_order_is_refused(queue: list[dict[str, Any]], body: object) -> None:
    status, _ = call(function_app.take_order, body)
    assert status == 400
    assert queue == []


def test_order_is_kept_once(orders: dict[str, Any]) -> None:
    fulfil = function_app.fulfil_order.build().get_user_function()
    message = Message(b'{"id": "7", "lines": [["tea", 2]]}')
    fulfil(message)
    fulfil(message)
    assert orders == {"7": {"id": "7", "lines": [["tea", 2]]}}
    assert call(function_app.read_order, id="7")[0] == 200
    assert call(function_app.read_order, id="8")[0] == 404


class Message:
    def __init__(self, body: bytes) -> None:
        self.body = body

    def get_body(self) -> bytes:
        return self.body
