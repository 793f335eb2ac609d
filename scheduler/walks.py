"""Tells all who come to a walk that it is late, and moves their bookings when its stops are others, in slices."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from handlers.context import Context
from handlers.gatherings import Gathering
from handlers.quiet import awake, passes_night
from handlers.reading import reader
from handlers.walk_words import gone, on_the_way, stop_of
from storage import gatherings, tellings, walks
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.tables import bookings
from storage.tellings import Line, Whom


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """Now, while anybody is to be told: they are on the way."""
    return scene.now if walks.first(connection) is not None else None


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """See to a slice of those whom the first of them concerns."""
    walk = walks.first(connection)
    if walk is None:
        return ()
    gathering, ids = gatherings.one(connection, walk.gathering), walks.concerned(connection, walk)
    if not ids or gathering is None or not gathering.takes_place or gathering.ends_at <= scene.now:
        walks.seen_to(connection, walk, None)
        return ()
    told = tellings.booked(connection, bookings.c.id.in_(ids))
    if walk.what == walks.LATE:
        lines = _late(walk, gathering, told, scene)
    else:
        lines = _moved(walk, gathering, told, walks.move(connection, walk, ids), scene)
    walks.seen_to(connection, walk, ids[-1])
    return tellings.write(connection, lines, scene.now)


def _late(walk: Any, gathering: Gathering, told: tuple[Whom, ...], scene: Scene) -> list[Line]:
    body = json.loads(walk.body)
    stop = stop_of(gathering, body["position"])
    if stop is None:
        return []
    made = {
        (who.language, who.joins): on_the_way(_there(scene, who), gathering, stop, body["late"], who.joins)
        for who in told
    }
    return [Line(_key(walk, who), who, made[who.language, who.joins], useless_after=gathering.ends_at) for who in told]


def _moved(
    walk: Any, gathering: Gathering, told: tuple[Whom, ...], lost: Mapping[int, str], scene: Scene
) -> list[Line]:
    """Whose stop is no more; the others join where they did, which the change of the gathering says."""
    night, now = scene.night, scene.now
    due = now if passes_night(now, gathering.starts_at, night) else awake(now, night)
    ends = gathering.ends_at
    return [
        Line(_key(walk, who), who, gone(_there(scene, who), gathering, place), due=due, useless_after=ends)
        for who in told
        if (place := lost.get(who.person)) is not None
    ]


def _there(scene: Scene, who: Whom) -> Context:
    return reader(scene.guide, who.language, scene.now)


def _key(walk: Any, who: Whom) -> str:
    # That of a change: whoever comes is told, whatever they said of other messages.
    return f"change/{walk.gathering}/walk-{walk.id}/{who.person}"
