"""Remembers when the bot last ran, so that a long absence is told: Telegram keeps messages for a day only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection

from storage.notes import note, noted

KEPT_BY_CHANNELS = timedelta(hours=24)
"""How long a server keeps for us what nobody fetched."""

TOLD_FOR = timedelta(days=7)
_ALIVE, _ABSENT = "alive", "absent"


@dataclass(frozen=True, slots=True)
class Absence:
    """From the last sign of life to the next start."""

    since: datetime
    until: datetime


def beat(connection: Connection, now: datetime) -> None:
    """Note that the bot runs. After a long silence, note that silence too."""
    last = _instant(connection, _ALIVE)
    if last is not None and now - last > KEPT_BY_CHANNELS:
        note(connection, _ABSENT, f"{last.isoformat()} {now.isoformat()}")
    note(connection, _ALIVE, now.isoformat())


def last_seen(connection: Connection) -> datetime | None:
    """When the bot last gave a sign of life."""
    return _instant(connection, _ALIVE)


def absence(connection: Connection, now: datetime) -> Absence | None:
    """The last long absence, while it is recent enough to be told."""
    gone = noted(connection, _ABSENT)
    if gone is not None:
        since, until = map(datetime.fromisoformat, gone.split())
        return Absence(since, until) if now - until <= TOLD_FOR else None
    return None


def silent_since(connection: Connection, now: datetime) -> datetime | None:
    """Since when nothing has run, if it has been so long that messages may be lost."""
    last = _instant(connection, _ALIVE)
    return last if last is not None and now - last > KEPT_BY_CHANNELS else None


def _instant(connection: Connection, name: str) -> datetime | None:
    value = noted(connection, name)
    return datetime.fromisoformat(value) if value is not None else None
