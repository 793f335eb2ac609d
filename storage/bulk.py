"""Queued rows of the ledger: taken in slices, each committed as `sending` on its own before its call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, case, func, null, or_, select, update

from handlers.broadcasts import reference_of
from handlers.messages import Address
from storage import broadcasts, outbox, purposes
from storage.blocked import BLOCKED
from storage.hold import held_since, may_leave
from storage.outbox import LEASE, Mark, OutboxRow, unpacked
from storage.reach import reroute
from storage.tables import addresses, in_states
from storage.tables import outbox as ledger

THROTTLED = "throttled"
"""Why a row waits: its chat was asked too fast."""

CHANNEL_THROTTLED = "channel-throttled"
"""Why a row waits: every chat of the channel was."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A row that only this process may begin, until its lease ends. `private` is false in a room."""

    row: OutboxRow
    private: bool
    until: datetime


@dataclass(frozen=True, slots=True)
class Later:
    """A row that goes back to the queue. `counts`: the try that it comes from is one of its attempts."""

    key: str
    due_at: datetime
    reason: str | None = None
    counts: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """An hour before which an address, or its whole channel, is not to be asked."""

    address: Address
    until: datetime
    reason: str


_CLAIM = (
    ledger.update()
    .where(ledger.c.id == bindparam("b_id"))
    .values(leased_until=bindparam("b_until", type_=ledger.c.leased_until.type))
)


def claim(connection: Connection, now: datetime, via: str, limit: int, *, alone: bool = False) -> tuple[Claimed, ...]:
    """Queued rows of a channel whose hour has come, still `queued` but ours for the time of a lease.

    What someone refuses here goes to another address of theirs, or is skipped, as is what is for nobody, and
    what lacks the yes that it needs.
    `alone`: no other process holds a lease."""
    found = connection.execute(_due(connection, now, via, alone=alone).limit(limit)).all()
    stopped = purposes.useless(connection, found, now)
    outbox.mark(connection, [Mark(key, "skipped", now, reason) for key, reason in stopped.items()])
    found = [row for row in found if row.key not in stopped]
    lost = [Mark(row.key, "skipped", now, BLOCKED if row.peer else "no-address") for row in found if not _reaches(row)]
    elsewhere = reroute(connection, [each.key for each in lost])
    outbox.mark(connection, [each for each in lost if each.key not in elsewhere])
    kept = [row for row in found if _reaches(row)]
    until = now + LEASE
    if kept:
        connection.execute(_CLAIM, [{"b_id": row.id, "b_until": until} for row in kept])
    if (lost or stopped) and not kept:
        return claim(connection, now, via, limit, alone=alone)
    return tuple(Claimed(_row(row), row.private, until) for row in kept)


def _due(connection: Connection, now: datetime, via: str, *, alone: bool) -> Any:
    # The first term repeats that of the index, which SQLite does not guess from the second.
    wanted = and_(in_states("queued", "sending"), ledger.c.state == "queued", ledger.c.via == via)
    wanted = and_(wanted, ledger.c.due_at <= now, ledger.c.body.is_not(None))
    if not alone:
        wanted = and_(wanted, or_(ledger.c.leased_until.is_(None), ledger.c.leased_until <= now))
    since = held_since(connection)
    if since is not None:
        wanted = and_(wanted, may_leave(since))
    if held := broadcasts.held_back(connection):
        wanted = and_(wanted, or_(ledger.c.subject.is_(None), ledger.c.subject.not_in(held)))
    columns = (*ledger.c, addresses.c.channel, addresses.c.peer, addresses.c.private, addresses.c.blocked_at)
    joined = select(*columns).outerjoin(addresses, addresses.c.id == ledger.c.address).where(wanted)
    return joined.order_by(ledger.c.due_at, ledger.c.id).with_for_update(skip_locked=True, of=ledger)


def _reaches(row: Row[Any]) -> bool:
    return row.peer is not None and row.blocked_at is None


def _row(row: Row[Any]) -> OutboxRow:
    address = Address(row.channel, row.peer)
    return OutboxRow(row.key, row.kind, address, unpacked(row.body), row.created_at, row.attempts)


_BEGIN = (
    ledger.update()
    .where(
        ledger.c.key == bindparam("b_key"),
        ledger.c.state == "queued",
        ledger.c.leased_until == bindparam("b_lease", type_=ledger.c.leased_until.type),
    )
    .values(
        state="sending",
        attempts=ledger.c.attempts + 1,
        leased_until=bindparam("b_until", type_=ledger.c.leased_until.type),
    )
)


def begin(connection: Connection, claimed: Claimed, now: datetime) -> OutboxRow | None:
    """Commit a row as being sent; None if it is no longer ours (cancelled, its lease taken, its broadcast paused)."""
    key = claimed.row.key
    if reference_of(key).startswith("b") and (held := broadcasts.held_back(connection)):
        mine = and_(ledger.c.key == key, ledger.c.state == "queued", ledger.c.subject.in_(held))
        if connection.execute(update(ledger).where(mine).values(leased_until=None)).rowcount:
            return None
    values = {"b_key": claimed.row.key, "b_lease": claimed.until, "b_until": now + LEASE}
    if connection.execute(_BEGIN, values).rowcount != 1:
        return None
    return replace(claimed.row, attempts=claimed.row.attempts + 1, until=now + LEASE)


_tried = and_(ledger.c.state == "sending", ledger.c.attempts > 0, bindparam("b_burns") == 0)
_LATER = (
    ledger.update()
    .where(ledger.c.key == bindparam("b_key"), in_states("queued", "sending"))
    .values(
        state="queued",
        due_at=bindparam("b_due", type_=ledger.c.due_at.type),
        reason=bindparam("b_reason"),
        attempts=case((_tried, ledger.c.attempts - 1), else_=ledger.c.attempts),
        leased_until=null(),
    )
)


def postpone(connection: Connection, rows: Sequence[Later]) -> None:
    """Put rows back in the queue: what surely did not leave may leave at another hour."""
    values = [
        {"b_key": row.key, "b_due": row.due_at, "b_reason": row.reason, "b_burns": int(row.counts)} for row in rows
    ]
    if values:
        connection.execute(_LATER, values)


def next_due(connection: Connection, now: datetime, via: str | None = None) -> datetime | None:
    """The hour of the next row that is not due yet, on one channel or any."""
    waits = and_(in_states("queued", "sending"), ledger.c.state == "queued")
    if via is not None:
        waits = and_(waits, ledger.c.via == via)
    wanted = and_(waits, ledger.c.due_at > now, ledger.c.body.is_not(None))
    return connection.execute(select(ledger.c.due_at).where(wanted).order_by(ledger.c.due_at).limit(1)).scalar()


def windows(connection: Connection, now: datetime) -> tuple[Window, ...]:
    """What a former process was told about its pace, and still holds."""
    held = and_(in_states("queued", "sending"), ledger.c.state == "queued", ledger.c.due_at > now)
    told = ledger.c.reason.in_((THROTTLED, CHANNEL_THROTTLED))
    until = func.max(ledger.c.due_at)
    columns = (addresses.c.channel, addresses.c.peer, ledger.c.reason)
    joined = select(*columns, until).join(addresses, addresses.c.id == ledger.c.address)
    rows = connection.execute(joined.where(held, told).group_by(*columns))
    return tuple(Window(Address(channel, peer), until, reason) for channel, peer, reason, until in rows)
