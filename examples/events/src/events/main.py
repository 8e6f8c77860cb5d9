"""The service: a push endpoint for Pub/Sub, and the states that are kept."""

from __future__ import annotations

import base64
import logging
from typing import Any

from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, Field, ValidationError

from events import devices

LOW_BATTERY_PERCENT = 10

app = FastAPI(title="events")
logger = logging.getLogger(__name__)


class Message(BaseModel):
    """A message as Pub/Sub pushes it; the data is base64."""

    data: str
    message_id: str = Field(alias="messageId")


class Push(BaseModel):
    """What Pub/Sub posts."""

    message: Message
    subscription: str


class Event(BaseModel):
    """What a device says of itself."""

    device: str = Field(min_length=1, max_length=100)
    at: float
    battery_percent: int = Field(ge=0, le=100)


@app.post("/events", status_code=204)
def receive(push: Push) -> None:
    """Keep the state that an event tells. An answer other than 2xx has Pub/Sub send it again."""
    try:
        event = Event.model_validate_json(base64.b64decode(push.message.data))
    except (ValidationError, ValueError):
        logger.warning("not an event", extra={"message_id": push.message.message_id})
        return
    changed = devices.keep(event.device, {"at": event.at, "battery_percent": event.battery_percent})
    if changed and event.battery_percent < LOW_BATTERY_PERCENT:
        devices.alert(event.device, event.battery_percent)


@app.get("/devices/{device}")
def read(device: str) -> dict[str, Any]:
    """Return the last state of a device."""
    state = devices.find(device)
    if state is None:
        raise HTTPException(404, "no such device")
    return state
