"""The gatherings of some weeks and the reminders that left for them, counted from their own rows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Connection, select

from handlers import counted, weeks
from handlers.gatherings import MOVED
from handlers.gatherings import PUBLISHED as HELD
from storage.tables import gatherings, in_states, outbox

Counting = defaultdict[str, defaultdict[str, defaultdict[str, int]]]
"""Week, indicator, category: how many."""

_REMINDERS = ("remind/", "remind0")
"""From the first key of a reminder to the first that is none: `0` follows `/`."""


def count(connection: Connection, wanted: Collection[str], zone: str, found: Counting) -> None:
    """Add the gatherings that begin in these weeks, and the reminders that left in them."""
    if not wanted:
        return
    since, until = weeks.monday_of(min(wanted), zone), weeks.monday_of(weeks.week_after(max(wanted)), zone)
    _held(connection, since, until, zone, found)
    _reminded(connection, since, until, zone, found)


def _held(connection: Connection, since: datetime, until: datetime, zone: str, found: Counting) -> None:
    held = select(gatherings.c.starts_at, gatherings.c.series, gatherings.c.kind).where(
        gatherings.c.state.in_((HELD, MOVED)), gatherings.c.starts_at >= since, gatherings.c.starts_at < until
    )
    for row in connection.execute(held):
        found[weeks.week_of(row.starts_at, zone)][counted.PUBLISHED][row.series or row.kind] += 1


def _reminded(connection: Connection, since: datetime, until: datetime, zone: str, found: Counting) -> None:
    """The ledger names the gathering in the key; its rows stay, whoever is erased."""
    first, after = _REMINDERS
    left = (outbox.c.settled_at >= since, outbox.c.settled_at < until, in_states("sent", "late"))
    sent = select(outbox.c.key, outbox.c.settled_at).where(outbox.c.key >= first, outbox.c.key < after, *left)
    rows = [(int(key.split("/")[1]), at) for key, at in connection.execute(sent)]
    if not rows:
        return
    known = {row.id: row.series or row.kind for row in connection.execute(_NAMED)}
    for gathering, at in rows:
        if gathering in known:
            found[weeks.week_of(at, zone)][counted.REMINDED][known[gathering]] += 1


_NAMED = select(gatherings.c.id, gatherings.c.series, gatherings.c.kind)
