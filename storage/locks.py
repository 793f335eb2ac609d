"""On PostgreSQL several processes may serve the same people: who is being served is locked until the commit."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from sqlalchemy import Connection, select, text, tuple_

from handlers.messages import Address
from storage.tables import addresses

_ENDS = "ends-batch"
_LOCK = text("SELECT pg_advisory_xact_lock(k) FROM unnest(CAST(:keys AS bigint[])) AS k")


def lock_people(connection: Connection, batch: Sequence[Address]) -> None:
    """Lock all of a batch, in one order for everybody: addresses first, then the people behind them.

    SQLite has one writer: nothing to lock."""
    if connection.dialect.name == "sqlite" or not batch:
        return
    _lock(connection, [f"address {a.channel} {a.peer}" for a in batch])
    known = tuple_(addresses.c.channel, addresses.c.peer).in_({(a.channel, a.peer) for a in batch})
    behind = select(addresses.c.person).where(known, addresses.c.person.is_not(None))
    locked: set[int] = set()
    # While we waited for a person, another of their addresses may have made them part of someone else.
    while found := set(connection.execute(behind).scalars()) - locked:
        _lock(connection, [f"person {person}" for person in found])
        locked |= found


def lock_person(connection: Connection, person: int) -> None:
    """Lock one more person, whom a turn found out that it concerns; a deadlock is a retry of the batch."""
    if connection.dialect.name != "sqlite":
        _lock(connection, [f"person {person}"])


def lock_pair(connection: Connection, one: int, other: int) -> None:
    """Lock what is between two people, when no row says yet that something is; a deadlock is a retry of the batch."""
    if connection.dialect.name != "sqlite":
        _lock(connection, [f"pair {min(one, other)} {max(one, other)}"])


def lock_list(connection: Connection, community: str) -> None:
    """Lock the list of projects of a community: nobody adds the same one at once."""
    if connection.dialect.name != "sqlite":
        _lock(connection, [f"projects {community}"])


def lock_schema(connection: Connection) -> None:
    """Lock the schema: processes that start together change it one after the other, for as long as it takes."""
    if connection.dialect.name != "sqlite":
        connection.exec_driver_sql("SET LOCAL lock_timeout = 0")
        connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
        _lock(connection, ["schema"])


def end_batch(connection: Connection) -> None:
    """Nothing more is to be played in this transaction: it holds locks that others did not expect."""
    connection.info[_ENDS] = True


def ends_batch(connection: Connection) -> bool:
    """True, once, if the turn just played ends its batch."""
    return bool(connection.info.pop(_ENDS, False))


def _lock(connection: Connection, names: Sequence[str]) -> None:
    keys = sorted({number_of(name) for name in names})
    if keys:
        connection.execute(_LOCK, {"keys": keys})


def number_of(name: str) -> int:
    """The number of an advisory lock, by its name."""
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], signed=True)
