"""What a homeserver says, without the events that nio cannot even refuse: one of them would hide all the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import nio

_TOLD_BY = (nio.Event.parse_event, ("timeline", "state"))
_INVITED_BY = (nio.InviteEvent.parse_event, ("invite_state",))


def readable(body: dict[str, Any]) -> dict[str, Any]:
    """The same, where an event that makes nio fail is nothing but its id: it is set aside by whoever reads it. What
    another device sent only to us is left out then, for it has none."""
    for events, parse in _lists(body):
        events[:] = [event if _is_read(parse, event) else {"event_id": _id(event)} for event in events]
    sent = body.get("to_device")
    if isinstance(sent, dict) and isinstance(sent.get("events"), list):
        sent["events"] = [event for event in sent["events"] if _is_read(nio.ToDeviceEvent.parse_event, event)]
    return body


def _lists(body: dict[str, Any]) -> Iterator[tuple[list[Any], Callable[[Any], object]]]:
    """Every list of events of rooms, in a sync or in a page of what came before it, and what reads them."""
    if isinstance(body.get("chunk"), list):
        yield body["chunk"], nio.Event.parse_event
    for rooms in (body.get("rooms") or {}).values():
        for room in rooms.values():
            for parse, names in (_TOLD_BY, _INVITED_BY):
                for name in names:
                    events = (room.get(name) or {}).get("events")
                    if isinstance(events, list):
                        yield events, parse


def _is_read(parse: Callable[[Any], object], event: Any) -> bool:
    try:
        parse(event)
    except Exception:  # noqa: BLE001  # whatever is wrong with one event, the others are read
        return False
    return True


def _id(event: Any) -> str:
    found = event.get("event_id") if isinstance(event, dict) else None
    return found if isinstance(found, str) else ""
