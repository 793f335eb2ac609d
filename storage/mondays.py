"""Who reads the summary without coming for it: agents where they talk with the bot, and addresses registered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, String, cast, delete, exists, insert, literal, select, update

from handlers.access import MAIL, may_read
from handlers.messages import Address, Reply
from storage.outbox import OutboxRow, packed
from storage.reach import best_address
from storage.roles import OPERATOR, record
from storage.tables import addresses, conversations, in_states, mailboxes, people, readers, roles
from storage.tables import outbox as ledger

CHANNEL = MAIL
"""How an address registered is written in the ledger: `via` this, and in `addresses`."""

SLICE = 200
_KIND = "summary"
_REMOVED, _OVER = "removed", "over"


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address that was registered."""

    id: int
    address: str
    added_at: datetime


@dataclass(frozen=True, slots=True)
class Whom:
    """Someone to whom a summary is to be written: a person, or a mailbox."""

    language: str
    address_id: int
    address: Address
    person: int | None = None
    mailbox: int | None = None

    @property
    def name(self) -> str:
        """What names them in the key of a row: never an address."""
        return str(self.person) if self.person is not None else f"mail-{self.mailbox}"


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the ledger to be written; see `outbox.late_after`."""

    key: str
    whom: Whom
    reply: Reply
    late_after: datetime | None = None
    useless_after: datetime | None = None


def write(connection: Connection, lines: Sequence[Line], now: datetime, due: datetime | None = None) -> list[OutboxRow]:
    """Queue these, each once for ever; `due`: when, if not now."""
    known = select(ledger.c.key).where(ledger.c.key.in_([line.key for line in lines]))
    told = set(connection.execute(known).scalars()) if lines else set()
    fresh = [line for line in lines if line.key not in told]
    if fresh:
        connection.execute(insert(ledger), [_row(line, now, due or now) for line in fresh])
    return [OutboxRow(line.key, _KIND, line.whom.address, line.reply, now) for line in fresh]


def _row(line: Line, now: datetime, due: datetime) -> dict[str, Any]:
    who, where = line.whom, line.whom.address
    whose = {"person": who.person, "address": who.address_id, "via": where.channel}
    hours = {"due_at": due, "created_at": now, "late_after": line.late_after, "useless_after": line.useless_after}
    return {
        "key": line.key,
        "kind": _KIND,
        "state": "queued",
        "attempts": 0,
        "body": packed(line.reply),
        **whose,
        **hours,
    }


def let_go(connection: Connection, now: datetime) -> None:
    """What still waits since a week, because no mail leaves here, is of no use any more."""
    old = (in_states("queued"), ledger.c.via == CHANNEL, ledger.c.useless_after <= now)
    skipped = {
        "state": "skipped",
        "reason": _OVER,
        "settled_at": now,
        "leased_until": None,
        "body": None,
        "address": None,
    }
    connection.execute(update(ledger).where(*old).values(skipped))


# Who asked, in the conversation.


def each_monday(connection: Connection, person: int) -> bool:
    """True if this person asked to get it each Monday."""
    wanted = select(readers.c.since).where(readers.c.person == person, readers.c.since.is_not(None))
    return connection.execute(wanted).scalar() is not None


def want(connection: Connection, person: int, **values: datetime | None) -> None:
    """Note `since` or `asked_at` of a person."""
    if not connection.execute(update(readers).where(readers.c.person == person).values(**values)).rowcount:
        connection.execute(insert(readers), {"person": person, **values})
    connection.execute(delete(readers).where(readers.c.since.is_(None), readers.c.asked_at.is_(None)))


def join(connection: Connection, kept: int, gone: int) -> None:
    """Of two people who are one, what either asked for holds."""
    if connection.execute(select(readers.c.person).where(readers.c.person == kept)).scalar() is None:
        connection.execute(update(readers).where(readers.c.person == gone).values(person=kept))


def may() -> ColumnElement[bool]:
    """People who hold a role that reads it now, in a query over `people`."""
    return exists().where(roles.c.person == people.c.id, roles.c.revoked_at.is_(None), roles.c.role.in_(may_read()))


def reads(connection: Connection, to: Address) -> bool:
    """True if whoever is reached there may read it now: by their role, or since the address is registered."""
    if to.channel == CHANNEL:
        return is_registered(connection, to.peer)
    here = (addresses.c.channel == to.channel, addresses.c.peer == to.peer, addresses.c.private)
    wanted = select(people.c.id).join(addresses, addresses.c.person == people.c.id).where(*here, may())
    return connection.execute(wanted).scalar() is not None


def asking(connection: Connection, limit: int) -> tuple[tuple[Whom, datetime], ...]:
    """Those who asked for it once and have not got it, and when they did."""
    rows = connection.execute(_people().where(readers.c.asked_at.is_not(None)).limit(limit))
    return tuple((_person(row), row.asked_at) for row in rows)


def first_asked(connection: Connection) -> datetime | None:
    """When the first of them asked."""
    wanted = select(readers.c.asked_at).where(readers.c.asked_at.is_not(None)).order_by(readers.c.asked_at).limit(1)
    return connection.execute(wanted).scalar()


def answered(connection: Connection, whom: Sequence[Whom]) -> None:
    """These have it; without any, nobody who asked can get it any more."""
    mine = readers.c.person.in_([who.person for who in whom]) if whom else readers.c.asked_at.is_not(None)
    connection.execute(update(readers).where(mine).values(asked_at=None))
    connection.execute(delete(readers).where(readers.c.since.is_(None), readers.c.asked_at.is_(None)))


def anyone(connection: Connection) -> bool:
    """True if somebody is to get it on Mondays."""
    persons = select(readers.c.person).where(readers.c.since.is_not(None)).limit(1)
    boxes = select(mailboxes.c.id).limit(1)
    return any(connection.execute(wanted).scalar() is not None for wanted in (persons, boxes))


def monday(connection: Connection, prefix: str, before: datetime, limit: int) -> tuple[Whom, ...]:
    """Who is to get it, asked before an hour, and has no row of this prefix: people, then mailboxes."""
    untold = ~exists().where(ledger.c.key == literal(prefix) + cast(people.c.id, String))
    query = _people().where(readers.c.since <= before, untold)
    found = [_person(row) for row in connection.execute(query.limit(limit))]
    return tuple(found + _boxes(connection, prefix, before, limit - len(found)))


def _people() -> Select[Any]:
    columns = (people.c.id.label("person"), conversations.c.language, readers.c.asked_at)
    there = (addresses.c.id.label("address"), addresses.c.channel, addresses.c.peer)
    return (
        select(*columns, *there)
        .select_from(readers)
        .join(people, people.c.id == readers.c.person)
        .join(addresses, addresses.c.id == best_address())
        .outerjoin(conversations, conversations.c.person == people.c.id)
        .where(may())
        .order_by(people.c.id)
    )


def _person(row: Any) -> Whom:
    return Whom(row.language or "", row.address, Address(row.channel, row.peer), person=row.person)


# Addresses registered by an administrator.


def add(connection: Connection, address: str, now: datetime) -> bool:
    """Register an address; False if it is already."""
    if connection.execute(select(mailboxes.c.id).where(mailboxes.c.address == address)).scalar() is not None:
        return False
    connection.execute(insert(mailboxes), {"address": address, "added_at": now})
    record(connection, now, OPERATOR, "", "mail-add")
    return True


def listed(connection: Connection) -> tuple[Mailbox, ...]:
    """Every address registered, the oldest first."""
    return tuple(Mailbox(*row) for row in connection.execute(select(*mailboxes.c).order_by(mailboxes.c.id)))


def remove(connection: Connection, id: int, now: datetime) -> bool:
    """Nothing more is sent there, and what it had opened is closed; False if there is none."""
    gone = delete(mailboxes).where(mailboxes.c.id == id).returning(mailboxes.c.address)
    address = connection.execute(gone).scalar()
    if address is None:
        return False
    there = select(addresses.c.id).where(addresses.c.channel == CHANNEL, addresses.c.peer == address)
    cancelled = {"state": "cancelled", "reason": _REMOVED, "settled_at": now, "leased_until": None, "body": None}
    waits = (ledger.c.address.in_(there), in_states("queued"))
    connection.execute(update(ledger).where(*waits).values(cancelled))
    connection.execute(update(ledger).where(ledger.c.address.in_(there)).values(address=None, body=None))
    connection.execute(delete(addresses).where(addresses.c.channel == CHANNEL, addresses.c.peer == address))
    record(connection, now, OPERATOR, "", "mail-remove")
    return True


def is_registered(connection: Connection, address: str) -> bool:
    """True if an address is registered now."""
    wanted = select(mailboxes.c.id).where(mailboxes.c.address == address)
    return connection.execute(wanted).scalar() is not None


def _boxes(connection: Connection, prefix: str, before: datetime, limit: int) -> list[Whom]:
    untold = ~exists().where(ledger.c.key == literal(f"{prefix}mail-") + cast(mailboxes.c.id, String))
    query = select(mailboxes).where(mailboxes.c.added_at <= before, untold).order_by(mailboxes.c.id).limit(limit)
    rows: Sequence[Any] = connection.execute(query).all() if limit > 0 else ()
    return [Whom("", _there(connection, row.address), Address(CHANNEL, row.address), mailbox=row.id) for row in rows]


def _there(connection: Connection, address: str) -> int:
    """The number of this address in the ledger; it is nobody's, and goes once nothing is owed to it."""
    here = (addresses.c.channel == CHANNEL, addresses.c.peer == address)
    found: int | None = connection.execute(select(addresses.c.id).where(*here)).scalar()
    if found is None:
        values = {"channel": CHANNEL, "peer": address, "private": True}
        found = connection.execute(insert(addresses).values(values).returning(addresses.c.id)).scalar_one()
    return found
