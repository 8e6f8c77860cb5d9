import base64
import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from events import devices
from events.main import app

client = TestClient(app)


class Memory:
    def __init__(self) -> None:
        self.states: dict[str, dict[str, Any]] = {}
        self.alerts: list[tuple[str, int]] = []

    def keep(self, device: str, state: dict[str, Any]) -> bool:
        self.states[device] = state
        return True

    def alert(self, device: str, battery_percent: int) -> None:
        self.alerts.append((device, battery_percent))


@pytest.fixture
def memory(monkeypatch: pytest.MonkeyPatch) -> Memory:
    memory = Memory()
    monkeypatch.setattr(devices, "keep", memory.keep)
    monkeypatch.setattr(devices, "find", memory.states.get)
    monkeypatch.setattr(devices, "alert", memory.alert)
    return memory


def push(data: object) -> int:
    text = base64.b64encode(json.dumps(data).encode()).decode()
    body = {"message": {"data": text, "messageId": "1"}, "subscription": "projects/p/subscriptions/events"}
    return int(client.post("/events", json=body).status_code)


def test_state_is_kept(memory: Memory) -> None:
    assert push({"device": "a", "at": 1, "battery_percent": 80}) == 204
    assert client.get("/devices/a").json() == {"at": 1.0, "battery_percent": 80}
    assert client.get("/devices/b").status_code == 404
    assert memory.alerts == []


def test_low_battery_is_told(memory: Memory) -> None:
    push({"device": "a", "at": 1, "battery_percent": 9})
    assert memory.alerts == [("a", 9)]


@pytest.mark.parametrize("data", [None, {}, {"device": "", "at": 1, "battery_percent": 1}, "x"])
def test_what_is_no_event_is_not_sent_again(memory: Memory, data: object) -> None:
    assert push(data) == 204
    assert memory.states == {}
