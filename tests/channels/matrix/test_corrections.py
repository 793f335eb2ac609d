"""A correction of what another process read: what it answered is asked of the server, and nothing is kept for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import nio
import pytest

from bot.channels import EDIT_LASTS
from bot.channels.matrix.changes import Answers, read_before
from bot.channels.matrix.parse import Corrected
from handlers.messages import Address, Inbound

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


class Server(nio.AsyncClient):  # type: ignore[misc]  # the library has no types
    """A server that gives one event, and counts how often it was asked."""

    def __init__(self, event: dict[str, Any]) -> None:
        super().__init__("https://nowhere.example")
        self.event, self.asked = event, 0

    async def room_get_event(self, room_id: str, event_id: str) -> nio.RoomGetEventResponse:
        """The event, whatever its name."""
        self.asked += 1
        return nio.RoomGetEventResponse.from_dict(self.event)


@pytest.mark.parametrize("encrypted", [False, True])
async def test_a_correction_of_what_was_read_before_a_restart_is_traced_by_the_server(encrypted: bool) -> None:
    """What it answers stands beside the text, also of an encrypted one; nothing is kept here for it. By its writer and
    for ten minutes only, and the server is not asked once this process has read for as long."""
    quotes = {"m.relates_to": {"m.in_reply_to": {"event_id": "$9"}}}
    plain = {"msgtype": "m.text", "body": "Passez mardi"}
    hidden = {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "a", "sender_key": "k", "session_id": "s"}
    named = {"event_id": "$1", "sender": "@a:b", "origin_server_ts": int(NOW.timestamp() * 1000), "room_id": "!r:b"}
    kind = "m.room.encrypted" if encrypted else "m.room.message"
    server = Server(
        {**named, "type": kind, "content": {**quotes, **(hidden | {"device_id": "D"} if encrypted else plain)}}
    )
    inbound = Inbound(Address("matrix", "!r:b"), "$2", "@a:b", "Passez jeudi", kind="edit", private=False)
    change = Corrected(inbound, "$1", NOW + timedelta(minutes=5))
    found = await read_before(server, change, "!r:b")
    assert found is not None
    assert (found.text, found.replies_to) == ("Passez jeudi", "receipt:$9")
    assert await read_before(server, replace(change, inbound=replace(inbound, author="@other:b")), "!r:b") is None
    assert await read_before(server, replace(change, at=NOW + EDIT_LASTS + timedelta(seconds=1)), "!r:b") is None
    asked = server.asked
    long_ago = Answers(server, None, NOW - EDIT_LASTS)  # type: ignore[arg-type]  # nobody is asked
    assert await long_ago.older(change, "!r:b") is None
    assert server.asked == asked
    await server.close()
