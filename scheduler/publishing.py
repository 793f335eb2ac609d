"""Keeps the summary of each week, and of each year, as it was when it was over: what was shown once is never revised,
whatever becomes of the pack or of the people."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from handlers import weeks
from handlers.summary import as_json
from storage import summing
from storage.outbox import OutboxRow
from storage.play import Scene
from storage.summaries import publish
from storage.tables import published

_NEWEST = select(func.max(published.c.period))
"""A week: a year, whose name begins those of its weeks, is published with the last of them."""


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The Monday on which the next week to publish is over; None as long as nothing is counted."""
    week = _next(connection, scene)
    if week is None:
        return None
    return max(scene.now, weeks.monday_of(weeks.week_after(week), scene.zone))


def send_due(connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
    """Publish one week, and its year when it is the last one. Nothing is sent."""
    made = prepare(connection, scene)
    if made is not None:
        keep(connection, made, scene.now)
    return ()


def prepare(connection: Connection, scene: Scene) -> Mapping[str, Any] | None:
    """What is to be published now, by period: this takes long, and writes nothing."""
    week = _next(connection, scene)
    if week is None or not weeks.closed(weeks.week(week), scene.now, scene.zone):
        return None
    periods = (week, week[:4])[: 2 if week == weeks.year_of(week).weeks[-1] else 1]
    return {period: as_json(summing.summary_of(connection, scene.guide, period)) for period in periods}


def keep(connection: Connection, made: Mapping[str, Any], now: datetime) -> None:
    """Publish them, each once for ever."""
    for period, body in made.items():
        publish(connection, period, body, now)


def _next(connection: Connection, scene: Scene) -> str | None:
    """The week after the last published one. The first time: the last week that is over, if it was counted, else the
    one in course; those before it are made of the counters whenever they are asked for."""
    newest: str | None = connection.execute(_NEWEST).scalar()
    if newest is not None:
        return weeks.week_after(newest)
    first = summing.first_week(connection)
    return max(first, summing.last_week(scene.guide, scene.now)) if first is not None else None
