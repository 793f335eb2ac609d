"""Messages about gatherings that wait in the ledger, and that a change has made wrong meanwhile."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, select

from handlers.gatherings import HELD, LEFT, SEATED
from storage.tables import bookings, gatherings

_KINDS = frozenset({"remind", "announce", "change"})


def outdated(connection: Connection, rows: Iterable[tuple[str, int | None]]) -> Mapping[str, str]:
    """Of these rows (key, person), those that a change of the gathering made wrong, and why."""
    asked = [(key, person, *parts) for key, person in rows if (parts := _parts(key)) is not None]
    if not asked:
        return {}
    ids = sorted({gathering for _, _, _, gathering, _ in asked})
    columns = (gatherings.c.id, gatherings.c.state, gatherings.c.starts_wall, gatherings.c.sequence)
    known = {row.id: row for row in connection.execute(select(*columns).where(gatherings.c.id.in_(ids)))}
    booked = _states(connection, ids, sorted({person for _, person, *_ in asked if person is not None}))
    found = ((key, _why(kind, known.get(id), rest, booked.get((id, person)))) for key, person, kind, id, rest in asked)
    return {key: why for key, why in found if why is not None}


def _states(connection: Connection, ids: list[int], persons: list[int]) -> Mapping[tuple[int, int | None], str]:
    columns = (bookings.c.gathering, bookings.c.person, bookings.c.state)
    wanted = select(*columns).where(bookings.c.gathering.in_(ids), bookings.c.person.in_(persons))
    return {(row.gathering, row.person): row.state for row in connection.execute(wanted)}


def _parts(key: str) -> tuple[str, int, str] | None:
    kind, _, rest = key.partition("/")
    number, _, rest = rest.partition("/")
    return (kind, int(number), rest.partition("/")[0]) if kind in _KINDS and number.isdigit() else None


def _why(kind: str, gathering: Any, rest: str, state: str | None) -> str | None:
    """`rest`: the start of a reminder, the sequence of a change, the telling of an announcement."""
    if gathering is None:
        return "gone"
    if kind == "change":
        if state is None or state == LEFT:
            return "not-coming"
        return "changed-again" if rest.isdigit() and gathering.sequence > int(rest) else None
    if kind == "announce":
        correction = rest.startswith("change-")
        if state is not None and state != LEFT:
            return "joined"
        if correction:
            return "changed-again" if gathering.sequence > int(rest.removeprefix("change-")) else None
        return None if gathering.state in HELD else "changed"
    if gathering.state not in HELD or gathering.starts_wall.replace(" ", "T") != rest:
        return "changed"
    return None if state == SEATED else "not-coming"
