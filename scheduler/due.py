"""All that leaves unasked, one line each: what knows when it is due next, and writes what is due in the ledger."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Protocol, runtime_checkable

from sqlalchemy import Connection

from scheduler import (
    broadcasts,
    calls,
    cards,
    changes,
    digest,
    endings,
    handovers,
    introductions,
    nudges,
    occurrences,
    outcomes,
    posts,
    programmes,
    publishing,
    reminders,
    reviews,
    seats,
    snoozes,
    talks,
    visits,
    waiting_requests,
    walks,
    weekly,
)
from storage import bulk
from storage.outbox import OutboxRow
from storage.play import Scene


class Source(Protocol):
    """A module that wakes people for one reason."""

    def next_due(self, connection: Connection, scene: Scene) -> datetime | None:
        """The next instant (UTC) at which it has something to say; None if there is none."""
        ...

    def send_due(self, connection: Connection, scene: Scene) -> tuple[OutboxRow, ...]:
        """Write what is due now, at most a slice of it; returns the rows written."""
        ...


@runtime_checkable
class Prepares(Source, Protocol):
    """One whose work takes long: it is done while others write, and only its outcome is kept."""

    def prepare(self, connection: Connection, scene: Scene) -> Any | None:
        """What is due now, by a connection that only reads; None if nothing is."""
        ...

    def keep(self, connection: Connection, made: Any, now: datetime) -> None:
        """Write what was prepared, unless it was written meanwhile."""
        ...


# A change of a gathering before any reminder of it.
SOURCES: tuple[Source, ...] = (
    occurrences,
    nudges,
    introductions,
    talks,
    endings,
    cards,
    broadcasts,
    posts,
    seats,
    walks,
    changes,
    reminders,
    programmes,
    snoozes,
    digest,
    calls,
    outcomes,
    handovers,
    visits,
    waiting_requests,
    reviews,
    publishing,
    weekly,
)


def next_due(connection: Connection, scene: Scene) -> datetime | None:
    """The first instant at which any of them has something to say, or at which what was said in the night leaves."""
    found = [source.next_due(connection, scene) for source in SOURCES]
    found.append(bulk.next_due(connection, scene.now))
    return min((instant for instant in found if instant is not None), default=None)


def send_all(connection: Connection, scene: Scene, slices: int) -> None:
    """Write what is due now, of each of them in turn: at most so many slices, the rest waits for the next look."""
    for source in SOURCES:
        for _ in range(slices):
            source.send_due(connection, scene)
            soon = source.next_due(connection, scene)
            if soon is None or soon > scene.now:
                break
