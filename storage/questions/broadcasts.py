"""The broadcasts of networks, for the person of the turn, and what is answered to them."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from handlers.broadcasts import DRAFT, About, Audience, Broadcast, Segment, Words, reference_of
from handlers.guide import Guide
from storage import answered
from storage import broadcasts as kept
from storage.tables import broadcasts, conversations, gatherings
from storage.tables import outbox as ledger

_MOST_SAME = 20
_REFERENCE = re.compile(r"([bg])(\d{1,18})", re.ASCII)
_PROGRESS = re.compile(r"progress/(\d{1,18})/\d+", re.ASCII)
_ANSWER = re.compile(r"answer/([bg]\d{1,18})/([ap])/([a-z0-9]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class BroadcastAnswers:
    """Read in the transaction of the turn. `person` is None in a room."""

    connection: Connection
    person: int | None
    now: datetime
    guide: Guide

    def audience(self, network: str, segment: Segment) -> Audience:
        """Whom this would reach now."""
        return kept.audience(self.connection, segment, self.guide.pack.reference_language)

    def of_network(self, networks: tuple[str, ...], limit: int) -> tuple[Broadcast, ...]:
        """The last ones; what was taken back never was."""
        wanted = (broadcasts.c.network.in_(networks), broadcasts.c.state != DRAFT)
        rows = self.connection.execute(
            select(broadcasts).where(*wanted).order_by(broadcasts.c.id.desc()).limit(limit)
        ).all()
        return tuple(kept.broadcast_of(self.connection, row, self.person) for row in rows)

    def claim(self, id: int) -> Broadcast | None:
        """One of them, locked."""
        wanted = select(broadcasts).where(broadcasts.c.id == id).with_for_update()
        row = self.connection.execute(wanted).one_or_none()
        return kept.broadcast_of(self.connection, row, self.person) if row is not None else None

    def same_text(self, network: str, texts: Mapping[str, str], since: datetime) -> bool:
        """True if these words were just sent."""
        sent = (broadcasts.c.network == network, broadcasts.c.confirmed_at > since, broadcasts.c.state != DRAFT)
        rows = self.connection.execute(
            select(broadcasts.c.texts).where(*sent).order_by(broadcasts.c.id.desc()).limit(_MOST_SAME)
        )
        return any(set(json.loads(row.texts).values()) & set(texts.values()) for row in rows)

    def answered(self, reference: str) -> About | None:
        """What was quoted, by the key of the ledger or the channel's own id of the message."""
        if self.person is None:
            return None
        return self._about(reference_of(answered.quoted(self.connection, self.person, reference) or ""))

    def heard(self, since: datetime) -> About | None:
        """The last one of those told since then; None if another kind of message came after it."""
        key = answered.heard(self.connection, self.person, since) if self.person is not None else None
        return self._told(key) if key is not None else None

    def _told(self, key: str) -> About | None:
        if found := _PROGRESS.fullmatch(key):
            about = self._about(f"b{found[1]}")
            return replace(about, progress=True) if about is not None else None
        if found := _ANSWER.fullmatch(key):
            about = self._about(found[1])
            return replace(about, token=found[3], to_network=found[2] == "a") if about is not None else None
        return self._about(reference_of(key))

    def about(self, reference: str) -> About | None:
        """One that the person received."""
        if self.person is None:
            return None
        keys = select(ledger.c.key).where(ledger.c.person == self.person, ledger.c.kind.in_(answered.UNASKED))
        received = {reference_of(key) for key in self.connection.execute(keys).scalars()}
        return self._about(reference) if reference in received else None

    def _about(self, reference: str) -> About | None:
        found = _REFERENCE.fullmatch(reference)
        if found is None:
            return None
        if found[1] == "b":
            row = self.connection.execute(select(broadcasts).where(broadcasts.c.id == int(found[2]))).one_or_none()
            return _of_broadcast(reference, row) if row is not None else None
        network = select(gatherings.c.network).where(gatherings.c.id == int(found[2]))
        held = self.connection.execute(network).scalar()
        return About(reference, held, None, int(found[2])) if held is not None else None

    def words(self, token: str) -> Words | None:
        """By the reference and the token of a button, or by the quoted message."""
        if self.person is None:
            return None
        reference, _, drawn = token.partition(".")
        which = answered.named(token)
        if drawn and not token.startswith(answered.RECEIPT):
            which = ledger.c.key.in_([f"answer/{reference}/{side}/{drawn}" for side in "ap"])
        columns = (ledger.c.key, ledger.c.about)
        wanted = select(*columns).where(ledger.c.person == self.person, which).limit(1)
        row = self.connection.execute(wanted).one_or_none()
        found = _ANSWER.fullmatch(row.key) if row is not None else None
        about = self._about(found[1]) if found is not None else None
        if row is None or found is None or about is None:
            return None
        spoken = select(conversations.c.language).where(conversations.c.person == row.about)
        return Words(about, found[3], row.about, found[2] == "a", self.connection.execute(spoken).scalar() or "")


def _of_broadcast(reference: str, row: Any) -> About:
    purpose = kept.purpose_of(kept.segment_of(row))
    return About(reference, row.network, row.author, row.gathering, purpose)
