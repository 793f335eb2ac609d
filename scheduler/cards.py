"""Asks each member once a year whether their card is still right, in the day."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from handlers.consent import COMMUNITY
from handlers.engine import yearly
from handlers.messages import Inbound
from handlers.world import Person, World
from storage import cards
from storage.cards import Asked
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.questions.members import MemberAnswers
from storage.questions.roles import RoleAnswers

_LATER = timedelta(days=60)


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The instant at which the next member is to be asked; None if there is none."""
    first = cards.first(connection)
    return None if first is None else scene.by_day(first)


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Write in the ledger what is asked now; returns it."""
    if scene.is_night:
        return ()
    sent: list[OutboxRow] = []
    for who in cards.due(connection, scene.now):
        if _is_ending(who, scene):
            # They are asked whether all of it stays (scheduler.endings): one question is enough.
            cards.put_off(connection, who.person, scene.now + _LATER)
            continue
        # The first word of the key asks for the yes again as it leaves (storage.purposes).
        key = f"{COMMUNITY}/card/{who.person}/{scene.now:%Y%m%d}"
        reply = yearly(who.conversation, Inbound(who.address, key, who.address.peer), _world(connection, who, scene))
        if reply is not None:
            row = OutboxRow(key, cards.KIND, who.address, reply, scene.now)
            cards.record(connection, who, row)
            sent.append(row)
    return tuple(sent)


def _is_ending(who: Asked, scene: Scene) -> bool:
    told = timedelta(days=max(scene.retention.answers.days_before_ending, default=0))
    return who.last_seen <= scene.now - scene.retention.silence_of_known + told


def _world(connection: Connection, who: Asked, scene: Scene) -> World:
    person = Person(is_new=False, channel=who.address.channel, consents=who.consents, last_seen=who.last_seen)
    roles, members = RoleAnswers(connection, who.person), MemberAnswers(connection, who.person)
    return World(scene.guide, scene.now, person, roles, scene.draw, scene.retention.answers, members=members)
