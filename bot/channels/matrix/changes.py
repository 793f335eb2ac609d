"""Whether a message was changed by who wrote it, and soon enough."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from datetime import UTC, datetime

import nio

from bot.channels import EDIT_LASTS, Inbox, SendError, Unreachable
from bot.channels.matrix import parse
from bot.channels.matrix.sending import failing, send_error
from handlers.messages import Inbound

MOST_ANSWERS = 500
"""Answers read in rooms that may still be corrected; an older one may not."""


async def is_own(client: nio.AsyncClient, change: parse.Corrected, room_id: str) -> bool:
    """True if its own writer changed it in time. Anybody may change anybody's message, as far as the server is
    concerned (faults I30). Raises Unreachable."""
    return await _original(client, change, room_id) is not None


async def read_before(client: nio.AsyncClient, change: parse.Corrected, room_id: str) -> Inbound | None:
    """The correction, by its writer and in time, of an answer in a room that was read before the last start: what it
    answers is asked of the server, so that nothing has to be kept here. Raises Unreachable."""
    changed = await _original(client, change, room_id)
    quoted = parse.quoted_by(changed.source) if changed is not None else None
    return replace(change.inbound, replies_to=quoted) if quoted is not None else None


async def _original(client: nio.AsyncClient, change: parse.Corrected, room_id: str) -> nio.Event | None:
    async with failing():
        answer = await client.room_get_event(room_id, change.of)
    if not isinstance(answer, nio.RoomGetEventResponse):
        refused: SendError = send_error(answer)
        if isinstance(refused, Unreachable):
            raise refused
        return None
    changed: nio.Event = answer.event
    sent = datetime.fromtimestamp(changed.server_timestamp / 1000, UTC)
    own = changed.sender == change.inbound.author and change.at - sent <= EDIT_LASTS
    return changed if own else None


class Answers:
    """The answers read in rooms, by their event: the server is not asked about each correction there, but only about
    those of what was said before the start (`began`)."""

    def __init__(self, client: nio.AsyncClient, inbox: Inbox, began: datetime) -> None:
        self._client, self._inbox, self._began = client, inbox, began
        self._read: OrderedDict[str, Inbound] = OrderedDict()

    async def older(self, change: parse.Corrected, room_id: str) -> Inbound | None:
        """The correction of what another process read before this one; None for any other. Raises Unreachable."""
        if change.of in self._read or change.at - self._began > EDIT_LASTS:
            return None
        found = await read_before(self._client, change, room_id)
        relayed = found is not None and await self._inbox.relayed(found.address, found.replies_to or "")
        return found if relayed else None

    def read(self, inbound: Inbound) -> None:
        """One more."""
        self._read[inbound.message_id] = replace(inbound, text="")
        if len(self._read) > MOST_ANSWERS:
            self._read.popitem(last=False)

    def corrected(self, change: parse.Corrected) -> Inbound | None:
        """The correction of one of them, by its writer and in time; None for any other."""
        before = self._read.get(change.of)
        if before is None or before.sent_at is None or before.address != change.inbound.address:
            return None
        if before.author != change.inbound.author or change.at - before.sent_at > EDIT_LASTS:
            return None
        return replace(change.inbound, replies_to=before.replies_to)
