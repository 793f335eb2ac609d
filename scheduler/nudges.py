"""When the one nudge is due, and what it says."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from handlers.conversation import Conversation
from handlers.durations import Durations
from handlers.engine import nudge
from handlers.guide import Guide
from handlers.messages import Inbound, Reply
from handlers.quiet import awake
from handlers.world import Person, World
from storage import nudges
from storage.nudges import Waiting
from storage.outbox import OutboxRow
from storage.questions.roles import RoleAnswers


def next_nudge(connection: Connection, now: datetime, guide: Guide, durations: Durations) -> datetime | None:
    """The instant at which the next nudge is due; None if nobody waits for one."""
    first = nudges.waiting(connection, limit=1)
    return _due(first[0], now, guide, durations) if first else None


def _due(who: Waiting, now: datetime, guide: Guide, durations: Durations) -> datetime:
    """Now at the earliest, so that what an outage delayed does not wake anyone either."""
    silent_until = who.last_seen + timedelta(hours=durations.nudge_hours)
    return awake(max(silent_until, now), guide.pack.territory.timezone, durations)


def send_due(connection: Connection, now: datetime, guide: Guide, durations: Durations) -> tuple[OutboxRow, ...]:
    """Write the nudges that are due in the ledger; returns those to send."""
    sent: list[OutboxRow] = []
    for who in nudges.waiting(connection):
        if _due(who, now, guide, durations) > now:
            continue
        reply = _said(connection, who, now, guide, durations)
        row = OutboxRow(who.key, nudges.KIND, who.address, reply or Reply(""), now)
        nudges.record(connection, who, (row,), said=reply is not None)
        sent += [row] if reply else []
    return tuple(sent)


def _said(connection: Connection, who: Waiting, now: datetime, guide: Guide, durations: Durations) -> Reply | None:
    person = Person(is_new=False, channel=who.address.channel, last_seen=who.last_seen)
    world = World(guide, now, person, RoleAnswers(connection, who.person), _no_chance, durations)
    conversation: Conversation = who.conversation
    return nudge(conversation, Inbound(who.address, who.key, who.address.peer), world)


def _no_chance(length: int) -> str:
    raise LookupError
