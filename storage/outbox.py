"""The ledger: every message that leaves is a row here, from the moment it is decided."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, Row, and_, bindparam, case, exists, func, literal, null, or_, select

from handlers.consent import COMMUNITY
from handlers.messages import Address, Choice, Reply
from storage import purposes
from storage.blocked import BLOCKED, block_receivers
from storage.hold import held_since
from storage.reach import reroute
from storage.tables import STATES, addresses, in_states, inbound, outbox, people

LEASE = timedelta(seconds=12)
"""For how long a row being sent belongs to the process that took it, unless it says so again."""

PERSONAL = ("reply", "notice")
"""Kinds that someone is waiting for: sent again after a crash, where others become uncertain."""

MOST_COPIES = 2
"""Of a reply, while we run: a call that got no answer is made once more."""

MOST_AFTER_KILLS = 4
"""Of a reply that kills found on its way: each start sends it once more, since a copy that was counted may
never have left. What is still open then may be what kills us, and is not sent for ever."""

WORDS = f"{COMMUNITY}/introduction/"
"""Begins the keys of what members write to each other: it can be reported after it was read."""

UNASKED = ("remind/", "announce/", "change/", "after/", "digest/", "call/", "seat/", "outcome/", "request/", "review/")
"""Begin the keys of what is said about gatherings and requests without being asked: its buttons are read by the turn
that answers it, so that a letter or a label finds them; the next one erases it."""

_SETTLED = ("sent", "late", "skipped", "cancelled", "failed", "uncertain")
_OPEN = ("queued", "sending", "uncertain")


@dataclass(frozen=True, slots=True)
class OutboxRow:
    """One message to send, as the delivery loop is given it."""

    key: str
    kind: str
    address: Address
    reply: Reply
    created_at: datetime
    attempts: int = 1
    again: bool = False
    """A copy may have left: this one is counted right before it leaves, by `attempted`."""
    via: str | None = None
    """`webhook/<update>` when the answer to a webhook carries it; the delivery loop never does then."""
    until: datetime | None = field(default=None, compare=False)
    """The end of its lease as the table has it, where that is not the first one."""
    after: tuple[str, ...] = field(default=(), compare=False)
    """Keys of what this person was told before, and that no process had sent yet."""

    @property
    def lease(self) -> datetime:
        """Until when nobody else sends it."""
        return self.until or self.created_at + LEASE


@dataclass(frozen=True, slots=True)
class Mark:
    """What became of a row. `reason` is a word, never a text; `receipt` the channel's own message id."""

    key: str
    state: str
    at: datetime
    reason: str | None = None
    receipt: str | None = None


_encode = json.JSONEncoder(ensure_ascii=False).encode


def packed(reply: Reply) -> str:
    """A reply as the ledger holds it until it is forgotten."""
    choices = [[choice.id, choice.label] for choice in reply.choices]
    body = {"t": reply.text, "c": choices, "a": reply.attachments, "r": reply.replaces}
    return _encode({name: value for name, value in body.items() if value})


def unpacked(body: str) -> Reply:
    """The reply as it was decided."""
    held = json.loads(body)
    choices = tuple(Choice(id, label) for id, label in held.get("c", ()))
    return Reply(held.get("t", ""), choices, tuple(held.get("a", ())), held.get("r"))


_INSERT = outbox.insert()


def insert(
    connection: Connection,
    rows: Sequence[OutboxRow],
    *,
    person: int | None,
    address: int,
    state: str = "sending",
    due_at: datetime | None = None,
    about: int | None = None,
) -> None:
    """Write rows of one person: `sending` for what is handed over at once, `queued` for later. `about`: another
    person, whose words they carry."""
    values = [
        {
            "key": row.key,
            "kind": row.kind,
            "person": person,
            "address": address,
            "state": state,
            "due_at": due_at or row.created_at,
            "body": packed(row.reply),
            "via": row.address.channel,
            "attempts": row.attempts if state == "sending" else 0,
            "leased_until": row.created_at + LEASE if state == "sending" else None,
            "created_at": row.created_at,
            "about": about,
        }
        for row in rows
    ]
    if values:
        connection.execute(_INSERT, values if len(values) > 1 else values[0])


_there = and_(addresses.c.channel == bindparam("b_channel"), addresses.c.peer == bindparam("b_peer"))
_behind = select(addresses.c.person).where(_there)
_came = exists().where(_there, inbound.c.address == addresses.c.id, inbound.c.message_id == bindparam("b_message_id"))
_last_seen = select(people.c.last_seen_at).where(people.c.id == _behind.scalar_subquery()).scalar_subquery()
_TO_ANSWER = and_(
    or_(*(outbox.c.key.startswith(kind, autoescape=True) for kind in UNASKED)), outbox.c.settled_at >= _last_seen
)
_UNWORD = (
    outbox.update()
    .where(outbox.c.person == _behind.scalar_subquery(), outbox.c.body.is_not(None), in_states(*_SETTLED), ~_came)
    .where(~outbox.c.key.startswith(WORDS, autoescape=True), ~_TO_ANSWER)
    .values(body=null())
)


def unword(connection: Connection, batch: Sequence[tuple[Address, str]]) -> None:
    """Erase the texts already sent to those who write now: their next turn makes them useless. A repeat is no
    turn: what was asked since may still be answered. `batch`: who writes, and the stored id of their message."""
    values = [{"b_channel": at.channel, "b_peer": at.peer, "b_message_id": id} for at, id in batch]
    if values:
        connection.execute(_UNWORD, values)


_nobody = outbox.c.person.is_(None)
_left = bindparam("b_state", type_=outbox.c.state.type)
# Words passed on between a person and a network go as soon as they are delivered too (storage/talks.py).
_PASSED_ON = "talk/"
_delivered = or_(_nobody, outbox.c.key.startswith(_PASSED_ON, autoescape=True))
_late = and_(_left == "sent", outbox.c.late_after < bindparam("b_at", type_=outbox.c.settled_at.type))
_MARK = (
    outbox.update()
    .where(outbox.c.key == bindparam("b_key"), in_states(*_OPEN))
    .values(
        state=case((_late, "late"), else_=_left),
        reason=bindparam("b_reason"),
        receipt=bindparam("b_receipt"),
        settled_at=bindparam("b_at", type_=outbox.c.settled_at.type),
        leased_until=null(),
        # Nobody will write again after an erasure: the last words go as soon as they are sent.
        body=case((_delivered, null()), else_=outbox.c.body),
        address=case((_nobody, null()), else_=outbox.c.address),
    )
)


def mark(connection: Connection, marks: Sequence[Mark]) -> None:
    """Record what became of these rows."""
    # First: a row of a room, or of somebody erased, loses its address below.
    refused = [m for m in marks if m.state == "failed" and m.reason == BLOCKED]
    block_receivers(connection, [(m.key, m.at) for m in refused])
    elsewhere = reroute(connection, [m.key for m in refused])
    values = [
        {"b_key": m.key, "b_state": m.state, "b_reason": m.reason, "b_receipt": m.receipt, "b_at": m.at}
        for m in marks
        if m.key not in elsewhere
    ]
    if values:
        connection.execute(_MARK, values)


def _rows(wanted: Any, limit: int) -> Any:
    columns = (*outbox.c, addresses.c.channel, addresses.c.peer)
    joined = select(*columns).outerjoin(addresses, addresses.c.id == outbox.c.address).where(wanted)
    # In the order of the index of open rows: by id, SQLite would read the whole ledger to save a small sort.
    return joined.order_by(outbox.c.due_at, outbox.c.id).limit(limit).with_for_update(skip_locked=True, of=outbox)


def take_owed(
    connection: Connection,
    now: datetime,
    *,
    channels: Mapping[str, bool],
    in_hand: frozenset[str] = frozenset(),
    alone: bool = False,
    limit: int = 500,
) -> tuple[OutboxRow, ...]:
    """Rows whose sending was cut short, to send again; those that may not be become `uncertain`.

    `channels`: those that run, and whether a second copy does no harm there. `in_hand`: keys that this
    process is sending. `alone`: no other process can hold a lease (start, on a file that only we may open)."""
    free = and_(in_states("queued", "sending"), outbox.c.state == "sending", outbox.c.via.in_(channels))
    if not alone:
        free = and_(free, or_(outbox.c.leased_until.is_(None), outbox.c.leased_until <= now))
    since = held_since(connection)
    if since is not None:
        free = and_(free, outbox.c.created_at > since)
    found = [row for row in connection.execute(_rows(free, limit + len(in_hand))) if row.key not in in_hand]
    stopped = purposes.useless(connection, found, now)
    mark(connection, [Mark(key, "skipped", now, reason) for key, reason in stopped.items()])
    found = [row for row in found if row.key not in stopped]
    again = [row for row in found if row.body and row.peer is not None and _may_repeat(row, channels)]
    lost = [row for row in found if row not in again]
    mark(connection, [Mark(row.key, "uncertain", now, "interrupted") for row in lost])
    _lease(connection, again, now)
    return tuple(_taken(row, now + LEASE) for row in again)


def _may_repeat(row: Row[Any], channels: Mapping[str, bool]) -> bool:
    if channels[row.via] or (row.kind in PERSONAL and row.attempts < MOST_AFTER_KILLS):
        return True
    # The same change of a message, made twice, is one change.
    return unpacked(row.body).replaces is not None


_LEASE = (
    outbox.update()
    .where(outbox.c.id == bindparam("b_id"))
    .values(state=literal("sending"), leased_until=bindparam("b_until"))
)


def _lease(connection: Connection, rows: Sequence[Row[Any]], now: datetime) -> None:
    if rows:
        connection.execute(_LEASE, [{"b_id": row.id, "b_until": now + LEASE} for row in rows])


def _taken(row: Row[Any], until: datetime) -> OutboxRow:
    address = Address(row.channel, row.peer)
    reply = unpacked(row.body)
    return OutboxRow(row.key, row.kind, address, reply, row.created_at, row.attempts, again=True, until=until)


_ATTEMPTED = outbox.update().where(outbox.c.key == bindparam("b_key")).values(attempts=bindparam("b_attempts"))


def attempted(connection: Connection, key: str, attempts: int) -> None:
    """Count a copy right before it leaves: counted earlier, one that a crash kept here would be missed."""
    connection.execute(_ATTEMPTED, {"b_key": key, "b_attempts": attempts})


def receipt_of(connection: Connection, key: str) -> str | None:
    """The channel's own id of a message, by its key."""
    return connection.execute(select(outbox.c.receipt).where(outbox.c.key == key)).scalar()


def sums(connection: Connection) -> Mapping[str, int]:
    """How many rows are in each state, and `planned`: all of them."""
    counted = select(outbox.c.state, func.count()).group_by(outbox.c.state)
    by_state = {state: int(n) for state, n in connection.execute(counted)}
    planned = connection.execute(select(func.count()).select_from(outbox)).scalar_one()
    return {"planned": planned, **{state: by_state.get(state, 0) for state in STATES}}
