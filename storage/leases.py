"""What only one of several processes may do, on PostgreSQL: a lease by name, whose number grows as it changes hands.

Whoever holds one says so every few seconds. Another takes it over when its time is past, or at once when the session
of its holder is gone. A row that is written under a lease asks first whether its number is still the last one.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select, text
from sqlalchemy.dialects.postgresql import insert

from storage.locks import number_of
from storage.tables import marks

LEASE_SECONDS = 20.0
"""For how long a lease holds without a word of its holder."""

_NOBODY = "-"
LEASES = "lease/"
"""Begins the name of the mark of each lease."""

_PRESENT = text("SELECT pg_advisory_lock(:key)")
_ABSENT = text("SELECT pg_try_advisory_xact_lock(:key)")
_NOW = select(func.extract("epoch", func.clock_timestamp()))


@dataclass(frozen=True, slots=True)
class Lease:
    """`number` is that of the last one who took it."""

    name: str
    number: int


def arrive(connection: Connection, holder: str) -> None:
    """Be there for as long as this session lasts."""
    connection.execute(_PRESENT, {"key": _key_of(holder)})


def take(connection: Connection, name: str, holder: str, *, from_the_living: bool = True) -> Lease | None:
    """Take a lease, or keep it; None while it is another's. `from_the_living`: also when its holder is there and has
    said nothing for too long; else its time must be past besides, since a session that is lost may be found again."""
    number, by, until = _read(connection, name)
    now = float(connection.execute(_NOW).scalar_one())
    if by != holder:
        late = until <= now
        free = by == _NOBODY or (late if from_the_living else late and _is_gone(connection, by))
        if not free and not (from_the_living and _is_gone(connection, by)):
            return None
        number += 1
    _write(connection, name, number, holder, now + LEASE_SECONDS)
    return Lease(name, number)


def let_go(connection: Connection, name: str, holder: str) -> None:
    """Leave it to whoever wants it."""
    number, by, _ = _read(connection, name)
    if by == holder:
        _write(connection, name, number, _NOBODY, 0.0)


def still(connection: Connection, lease: Lease) -> bool:
    """True if nobody took it since; nobody can before this transaction ends."""
    query = select(marks.c.value).where(marks.c.name == LEASES + lease.name)
    value = connection.execute(query.with_for_update(read=True)).scalar()
    return value is not None and int(value.split()[0]) == lease.number


def _read(connection: Connection, name: str) -> tuple[int, str, float]:
    query = select(marks.c.value).where(marks.c.name == LEASES + name).with_for_update()
    value = connection.execute(query).scalar()
    if value is None:
        new = {"name": LEASES + name, "value": f"0 {_NOBODY} 0"}
        connection.execute(insert(marks).on_conflict_do_nothing(), new)
        value = connection.execute(query).scalar_one()
    number, by, until = value.split()
    return int(number), by, float(until)


def _write(connection: Connection, name: str, number: int, by: str, until: float) -> None:
    changed = marks.update().where(marks.c.name == LEASES + name)
    connection.execute(changed.values(value=f"{number} {by} {until:.3f}"))


def _is_gone(connection: Connection, holder: str) -> bool:
    return bool(connection.execute(_ABSENT, {"key": _key_of(holder)}).scalar_one())


def _key_of(holder: str) -> int:
    return number_of(f"process {holder}")
