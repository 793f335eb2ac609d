"""Where words are passed on, and what a message of ours was about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from handlers.messages import Address
from handlers.requests import TALK, Request
from handlers.talks import Posted, Room
from storage import answered, talks
from storage.questions.requests import RequestAnswers

_KEYS = ("talk/", "request/")


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
        key = answered.quoted(self.connection, self.person, reference, *_KEYS)
        return self._told(key) if key is not None else None

    def heard(self, since: datetime) -> Request | None:
        """The last thing told since then; None if it was about something else."""
        key = answered.heard(self.connection, self.person, since) if self.person is not None else None
        return self._told(key) if key is not None else None

    def _told(self, key: str) -> Request | None:
        number = talks.number_told(key)
        found = self._request(number) if number is not None else None
        return found if found is not None and found.kind == TALK else None

    def _request(self, number: int) -> Request | None:
        return RequestAnswers(self.connection, self.person).claim(number)
