"""The waiting lists by the clock: offers that nobody answered, and seats that came free otherwise than in a turn."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, func, select, true, update

from handlers.gatherings import LEFT, MOST_OFFERS, OFFERED, WAITING
from handlers.messages import Address
from handlers.seat_offers import MOST_AT_ONCE, offering
from handlers.waiting import plan
from storage.apply import Context, apply
from storage.gatherings import hall_of, line_of
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.tables import bookings, gatherings

SLICE = 5
"""Waiting lists of one look."""


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """When an offer ends next, or a list is to be looked at."""
    lapses = select(func.min(bookings.c.offered_until)).where(bookings.c.offered_until.is_not(None))
    looks = select(func.min(gatherings.c.freed_at)).where(gatherings.c.freed_at.is_not(None))
    found = (connection.execute(query).scalar() for query in (lapses, looks))
    return min((max(each, scene.now) for each in found if each is not None), default=None)


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """End the offers whose hour is over, and offer what is free; the queue says it."""
    for id in _to_look_at(connection, scene.now):
        _look_at(connection, id, scene)
    return ()


def _to_look_at(connection: Connection, now: datetime) -> list[int]:
    over = (bookings.c.offered_until.is_not(None), bookings.c.offered_until <= now)
    lapsed = select(bookings.c.gathering).where(*over).limit(SLICE)
    freed = select(gatherings.c.id).where(gatherings.c.freed_at.is_not(None), gatherings.c.freed_at <= now)
    found = (*connection.execute(lapsed).scalars(), *connection.execute(freed.limit(SLICE)).scalars())
    # In order: two looks never wait for each other.
    return sorted(set(found))


def _look_at(connection: Connection, id: int, scene: Scene) -> None:
    hall = hall_of(connection, id, None)
    if hall is None:
        return
    gathering, now = hall.gathering, scene.now
    _lapse(connection, id, now, goes_on=gathering.takes_place and now < gathering.starts_at)
    hall = hall_of(connection, id, None) or hall
    decided = plan(gathering, hall.free, line_of(connection, id) if hall.waiting else (), now)
    context = Context(Address("", ""), 0, None, "", now, scene.draw, scene.zone, asked=False)
    effects = offering(scene.guide, scene.retention.answers, gathering, decided, now)
    for effect in effects:
        apply(connection, context, effect)
    more = bool(effects) and max(len(decided.held), len(decided.called)) > MOST_AT_ONCE
    look = update(gatherings).where(gatherings.c.id == id)
    connection.execute(look.values(freed_at=now if more else decided.again))


def _lapse(connection: Connection, id: int, now: datetime, *, goes_on: bool) -> None:
    """Who did not answer goes to the end of the list; after the last offer, they wait no more. Calls end with the
    start, and everything with a cancellation."""
    ended = (bookings.c.gathering == id, bookings.c.offered_until <= now if goes_on else true())
    over = (*ended, bookings.c.state == OFFERED)
    enough = {"state": LEFT, "offered_until": None, "name": "", "needs": "", "updated_at": now}
    connection.execute(update(bookings).where(*over, bookings.c.offers >= MOST_OFFERS).values(enough))
    last = {"state": WAITING, "offered_until": None, "asked_at": now, "passed": 0, "updated_at": now}
    connection.execute(update(bookings).where(*over).values(last))
    called = (*ended, bookings.c.state != OFFERED, bookings.c.offered_until.is_not(None))
    connection.execute(update(bookings).where(*called).values(offered_until=None))
