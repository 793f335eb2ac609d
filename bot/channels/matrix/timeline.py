"""The events of a room since we last looked: none missing, none older than when the bot was called there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import nio

from bot.channels import Unreachable
from bot.channels.matrix.sending import failing

MOST_PAGES = 100
PAGE = 100


@dataclass(frozen=True, slots=True)
class Arrival:
    """The bot came into a room: by the event of this id, called by someone. `predecessor` is the room which
    this one says that it continues."""

    event_id: str
    inviter: str
    predecessor: str | None = None


async def whole(
    client: nio.AsyncClient, room_id: str, timeline: nio.responses.Timeline, since: str | None
) -> list[Any]:
    """The events of a timeline, with those that the server left out before them (`limited`)."""
    events, start = list(timeline.events), timeline.prev_batch
    if not timeline.limited or since is None:
        return events
    for _ in range(MOST_PAGES):
        if start is None or arrival_in(events, str(client.user_id)) is not None:
            break
        async with failing():
            page = await client.room_messages(room_id, start, since, limit=PAGE)
        if not isinstance(page, nio.RoomMessagesResponse):
            raise Unreachable
        events[:0] = [read(client, event, room_id) for event in reversed(page.chunk)]
        start = page.end if page.chunk else None
    return events


def read(client: nio.AsyncClient, event: Any, room_id: str) -> Any:
    """The event decrypted, or as it is if that cannot be yet."""
    if not isinstance(event, nio.MegolmEvent):
        return event
    event.room_id = room_id
    try:
        return client.decrypt_event(event)
    except nio.EncryptionError:
        return event


def arrival_in(events: Sequence[Any], me: str) -> Arrival | None:
    """The last time that the bot came in, if it did among these events."""
    at = _arrived_at(events, me)
    if at is None:
        return None
    called = _called_at(events, at, me)
    inviter = events[called].sender if called is not None else ""
    return Arrival(events[at].event_id, inviter, predecessor_in(events))


def since_arrival(events: Sequence[Any], me: str, *, private: bool) -> Sequence[Any]:
    """What is ours to answer: in a room of several people, what was said since the bot came in; alone with
    somebody, since it was called, because people write before it had the time to come."""
    at = _arrived_at(events, me)
    if at is None:
        return events
    called = _called_at(events, at, me) if private else None
    return events[(at if called is None else called) + 1 :]


def predecessor_in(events: Sequence[Any]) -> str | None:
    """The room that this one continues, if its first event is among these."""
    for event in events:
        # By its name: nio does not know what the latest versions of rooms leave out of it.
        match event.source:
            case {"type": "m.room.create", "content": {"predecessor": {"room_id": str(before)}}}:
                return before
            case _:
                pass
    return None


def _arrived_at(events: Sequence[Any], me: str) -> int | None:
    for at in range(len(events) - 1, -1, -1):
        event = events[at]
        if _is_about(event, me) and event.membership == "join" and event.prev_membership != "join":
            return at
    return None


def _called_at(events: Sequence[Any], at: int, me: str) -> int | None:
    for before in range(at - 1, -1, -1):
        if _is_about(events[before], me):
            return before if events[before].membership == "invite" else None
    return None


def _is_about(event: Any, me: str) -> bool:
    return isinstance(event, nio.RoomMemberEvent) and event.state_key == me
