"""Where the states of devices are kept, and where alerts go."""

from __future__ import annotations

import functools
import json
import os
from typing import Any

from google.cloud import firestore
from google.cloud.pubsub_v1 import PublisherClient


@functools.cache
def database() -> firestore.Client:
    """Return the client of Firestore; it is made once for each instance."""
    return firestore.Client()


@functools.cache
def publisher() -> PublisherClient:
    """Return the publisher of alerts."""
    return PublisherClient()


def keep(device: str, state: dict[str, Any]) -> bool:
    """Keep a state unless a later one is kept, and tell whether it was."""
    reference = database().collection("devices").document(device)
    before = reference.get().to_dict()
    if before is not None and before["at"] >= state["at"]:
        return False
    reference.set(state)
    return True


def find(device: str) -> dict[str, Any] | None:
    """Return the state of a device, or None if there is none."""
    state: dict[str, Any] | None = database().collection("devices").document(device).get().to_dict()
    return state


def alert(device: str, battery_percent: int) -> None:
    """Tell that the battery of a device is low."""
    data = json.dumps({"device": device, "battery_percent": battery_percent}).encode()
    publisher().publish(os.environ["ALERTS_TOPIC"], data).result(timeout=10)
