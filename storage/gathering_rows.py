"""One gathering as a row: written anew, or over what it was, with the numbers that tell people and calendars so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from handlers.gathering_codes import short_code
from handlers.gatherings import CANCELLED, DRAFT, TEXT_FIELDS
from storage.gatherings import wall
from storage.tables import gatherings, stops

_TOLD = ("starts_at", "ends_at", "place", "address", "meeting_point")
"""What people are told of when it changes; the hours and places of the stops of a walk too."""
_STOP_TOLD = ("at", "place")
_BY_CODE = select(gatherings.c.id).where(gatherings.c.code == bindparam("code"))
_STOPS_OF = select(stops).where(stops.c.gathering == bindparam("id")).order_by(stops.c.position)
# Its values are given when it is executed: to set them in the statement took most of the time (measured).
_NEW = insert(gatherings).returning(gatherings.c.id)
_DRAWS = 20


def hours(starts_at: datetime, ends_at: datetime, zone: str) -> dict[str, Any]:
    """Its hours, as instants and as a clock on the wall there shows them."""
    walls = {"starts_wall": wall(starts_at, zone), "ends_wall": wall(ends_at, zone)}
    return {"starts_at": starts_at, "ends_at": ends_at, "zone": zone, **walls}


def texts(said: Mapping[str, str]) -> dict[str, str]:
    """What is written of it, empty where nothing is said."""
    return {name: said.get(name, "") for name in TEXT_FIELDS}


def new(
    connection: Connection, values: Mapping[str, Any], now: datetime, draw: Callable[[int], str], role: int | None
) -> int:
    """A new row. `values` names at least the uid, the network, the kind, the hours, the state and the texts.
    `role`: the number of the role of who wrote it; None for what nobody wrote."""
    usual = {"recurrence": "", "series": "", "seats": None, "aside": 0, "walk_ins": 0, "reason": "", "delay": 0}
    counted = {"sequence": 0, "version": 1, "code": _code(connection, draw), "created_at": now, "updated_at": now}
    return int(connection.execute(_NEW, {**usual, **counted, **values, "role": role}).scalar_one())


def _code(connection: Connection, draw: Callable[[int], str]) -> str:
    for _ in range(_DRAWS):
        code = short_code(draw)
        if connection.execute(_BY_CODE, {"code": code}).scalar() is None:
            return code
    raise LookupError


def rewrite(
    connection: Connection,
    former: Any,
    values: Mapping[str, Any],
    now: datetime,
    *,
    role: int | None,
    walked: Sequence[Mapping[str, Any]] | None = None,
) -> bool:
    """Write a row over what it was; True if people are to be told. `walked`: its stops from now on, if they are
    given. Of a draft nobody was told anything."""
    changed = any(former._mapping[name] != values.get(name, former._mapping[name]) for name in _TOLD)
    moved = walked is not None and _stops_moved(connection, former.id, walked)
    back = former.state == CANCELLED and values.get("state", CANCELLED) != CANCELLED
    gone = former.state != CANCELLED and values.get("state") == CANCELLED
    told = former.state != DRAFT and (changed or moved or back or gone)
    counted: dict[str, Any] = {"version": former.version + 1, "updated_at": now, "freed_at": now, "role": role}
    if told:
        counted |= {"sequence": former.sequence + 1, "said_at": now}
    connection.execute(update(gatherings).where(gatherings.c.id == former.id).values(**values, **counted))
    return told


def _stops_moved(connection: Connection, id: int, walked: Sequence[Mapping[str, Any]]) -> bool:
    before = [tuple(getattr(row, name) for name in _STOP_TOLD) for row in connection.execute(_STOPS_OF, {"id": id})]
    return before != [tuple(stop[name] for name in _STOP_TOLD) for stop in walked]


def reached(connection: Connection, id: int, walked: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """These stops, those that were reached already and stay the same still reached."""
    before = {(row.position, row.place): row.reached_at for row in connection.execute(_STOPS_OF, {"id": id})}
    return [{**stop, "reached_at": before.get((number, stop["place"]))} for number, stop in enumerate(walked, 1)]
