"""When the one nudge is due, and what it says."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from handlers.engine import nudge
from handlers.messages import Inbound, Reply
from handlers.world import Person, World
from storage import nudges
from storage.nudges import Waiting
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.questions.roles import RoleAnswers


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The instant at which the next nudge is due; None if nobody waits for one."""
    first = nudges.waiting(connection, limit=1)
    return _due(first[0], scene) if first else None


def _due(who: Waiting, scene: Scene) -> datetime:
    """Now at the earliest, so that what an outage delayed does not wake anyone either."""
    return scene.by_day(who.last_seen + timedelta(hours=scene.retention.answers.nudge_hours))


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write the nudges that are due in the ledger; returns those to send."""
    sent: list[OutboxRow] = []
    for who in nudges.waiting(connection):
        if _due(who, scene) > scene.now:
            continue
        reply = _said(connection, who, scene)
        row = OutboxRow(who.key, nudges.KIND, who.address, reply or Reply(""), scene.now)
        nudges.record(connection, who, (row,), said=reply is not None)
        sent += [row] if reply else []
    return tuple(sent)


def _said(connection: Connection, who: Waiting, scene: Scene) -> Reply | None:
    person = Person(is_new=False, channel=who.address.channel, last_seen=who.last_seen)
    roles = RoleAnswers(connection, who.person)
    world = World(scene.guide, scene.now, person, roles, scene.draw, scene.retention.answers)
    return nudge(who.conversation, Inbound(who.address, who.key, who.address.peer), world)
