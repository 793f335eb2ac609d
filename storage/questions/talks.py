"""Where words are passed on, and what a message of ours was about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, or_, select

from handlers.messages import Address
from handlers.requests import TALK, Request
from handlers.talks import Posted, Room
from storage import talks
from storage.questions.requests import RequestAnswers
from storage.tables import outbox as ledger

_RECEIPT = "receipt:"
_UNASKED = ("broadcast", "reminder", "notice")
_LOOKED_AT = 20


@dataclass(frozen=True, slots=True)
class TalkAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None

    def rooms(self) -> tuple[Room, ...]:
        """The rooms where someone with a role wanted the bot."""
        return talks.enabled(self.connection)

    def posted(self, room: Address, reference: str) -> Posted | None:
        """What a message of ours passed on there."""
        number = talks.number_in(self.connection, room, reference)
        return Posted(number, self._request(number)) if number is not None else None

    def answers_for(self, author: str, room: Address, network: str) -> bool:
        """By the name of their private chat on the same channel."""
        return talks.answers_for(self.connection, room.channel, author, network)

    def quoted(self, reference: str) -> Request | None:
        """By the key of the ledger or the channel's own id of the message."""
        if self.person is None or not reference:
            return None
        receipt = reference.startswith(_RECEIPT)
        which = ledger.c.receipt == reference.removeprefix(_RECEIPT) if receipt else ledger.c.key == reference
        mine = (ledger.c.person == self.person, which, or_(*(ledger.c.key.startswith(each) for each in _KEYS)))
        key = self.connection.execute(select(ledger.c.key).where(*mine).order_by(ledger.c.id.desc()).limit(1)).scalar()
        return self._told(key) if key is not None else None

    def heard(self, since: datetime) -> Request | None:
        """The last thing told since then; None if it was about something else."""
        for number, row in enumerate(self._last()):
            # At the very instant of their last message, only what came after its answer.
            arrived = row.state in ("sent", "late") and (
                row.settled_at > since or (not number and row.settled_at == since)
            )
            if (row.state == "sending" or arrived) and row.kind in _UNASKED:
                return self._told(row.key)
        return None

    def _last(self) -> list[Any]:
        if self.person is None:
            return []
        columns = (ledger.c.key, ledger.c.kind, ledger.c.state, ledger.c.settled_at)
        mine = select(*columns).where(ledger.c.person == self.person).order_by(ledger.c.id.desc())
        return list(self.connection.execute(mine.limit(_LOOKED_AT)).all())

    def _told(self, key: str) -> Request | None:
        number = talks.number_told(key)
        found = self._request(number) if number is not None else None
        return found if found is not None and found.kind == TALK else None

    def _request(self, number: int) -> Request | None:
        return RequestAnswers(self.connection, self.person).claim(number)


_KEYS = ("talk/", "request/")
