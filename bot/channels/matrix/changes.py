"""Whether a message was changed by who wrote it, and soon enough."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace
from datetime import UTC, datetime

import nio

from bot.channels import SendError, Unreachable
from bot.channels.matrix import parse
from bot.channels.matrix.sending import failing, send_error
from handlers.messages import Inbound

MOST_ANSWERS = 500
"""Answers read in rooms that may still be corrected; an older one, or one read before the last start, may not."""


async def is_own(client: nio.AsyncClient, change: parse.Corrected, room_id: str) -> bool:
    """True if its own writer changed it in time. Anybody may change anybody's message, as far as the server is
    concerned (faults I30). Raises Unreachable."""
    async with failing():
        answer = await client.room_get_event(room_id, change.of)
    if not isinstance(answer, nio.RoomGetEventResponse):
        refused: SendError = send_error(answer)
        if isinstance(refused, Unreachable):
            raise refused
        return False
    changed = answer.event
    sent = datetime.fromtimestamp(changed.server_timestamp / 1000, UTC)
    return bool(changed.sender == change.inbound.author) and change.at - sent <= parse.EDIT_LASTS


class Answers:
    """The answers read in rooms, by their event: the server is not asked about each correction there."""

    def __init__(self) -> None:
        self._read: OrderedDict[str, Inbound] = OrderedDict()

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
        if before.author != change.inbound.author or change.at - before.sent_at > parse.EDIT_LASTS:
            return None
        return replace(change.inbound, replies_to=before.replies_to)
