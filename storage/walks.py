"""What is still to be said to those who come to a walk, and the bookings made for stops that are elsewhere now."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, case, delete, insert, or_, select, update

from handlers.gatherings import SEATED, WAITING
from handlers.understand import key
from handlers.walk_words import moved
from storage.tables import bookings, stops, walks

LATE, STOPS = "late", "stops"
SLICE = 250


def late(connection: Connection, gathering: int, position: int, minutes: int, now: datetime) -> None:
    """Those who join at a stop or later are to be told; what was to be told before is of no use any more."""
    connection.execute(delete(walks).where(walks.c.gathering == gathering, walks.c.what == LATE))
    _keep(connection, gathering, LATE, {"position": position, "late": minutes}, now)


def places(connection: Connection, gathering: int) -> tuple[str, ...]:
    """The places of its stops, in order."""
    found = select(stops.c.place).where(stops.c.gathering == gathering).order_by(stops.c.position)
    return tuple(connection.execute(found).scalars())


def changed(connection: Connection, gathering: int, before: Sequence[str], after: Sequence[str], now: datetime) -> None:
    """The stops are others: bookings made for one go where it went."""
    went = moved(tuple(map(key, before)), tuple(map(key, after)))
    gone = {old: before[old - 1] for old, new in went.items() if not new}
    if went:
        _keep(connection, gathering, STOPS, {"went": went, "gone": gone}, now)


def _keep(connection: Connection, gathering: int, what: str, body: Mapping[str, Any], now: datetime) -> None:
    values = {"gathering": gathering, "what": what, "body": json.dumps(body, ensure_ascii=False), "after": 0, "at": now}
    connection.execute(insert(walks).values(values))


def first(connection: Connection) -> Any:
    """The first one of which something is left; None if there is none. Another process that sees to it is not
    waited for."""
    return connection.execute(select(walks).order_by(walks.c.id).limit(1).with_for_update(skip_locked=True)).first()


def concerned(connection: Connection, walk: Any) -> tuple[int, ...]:
    """The next bookings that it concerns, by number: none once all were seen to."""
    body = json.loads(walk.body)
    if walk.what == LATE:
        mine = and_(bookings.c.joins >= body["position"], bookings.c.state == SEATED)
    else:
        positions = [int(each) for each in body["went"]]
        here = or_(bookings.c.joins.in_(positions), bookings.c.leaves.in_(positions))
        # Who chose a stop since then chose one of the new ones.
        mine = and_(here, bookings.c.state.in_((SEATED, WAITING)), bookings.c.updated_at <= walk.at)
    wanted = (mine, bookings.c.gathering == walk.gathering, bookings.c.id > walk.after, bookings.c.person.is_not(None))
    return tuple(
        connection.execute(select(bookings.c.id).where(*wanted).order_by(bookings.c.id).limit(SLICE)).scalars()
    )


def move(connection: Connection, walk: Any, ids: Sequence[int]) -> dict[int, str]:
    """These bookings go where their stops went; the persons whose stop is no more, and which one it was."""
    body = json.loads(walk.body)
    went = {int(old): new for old, new in body["went"].items()}
    gone = {int(old): place for old, place in body["gone"].items()}
    mine = bookings.c.id.in_(ids)
    rows = connection.execute(select(bookings.c.person, bookings.c.joins).where(mine)).all()
    joins = case(went, value=bookings.c.joins, else_=bookings.c.joins)
    leaves = case(went, value=bookings.c.leaves, else_=bookings.c.leaves)
    connection.execute(update(bookings).where(mine).values(joins=joins, leaves=leaves))
    # Nobody leaves before they came.
    backwards = (mine, bookings.c.leaves > 0, bookings.c.leaves <= bookings.c.joins)
    connection.execute(update(bookings).where(*backwards).values(leaves=0))
    return {row.person: gone[row.joins] for row in rows if row.joins in gone}


def seen_to(connection: Connection, walk: Any, last: int | None) -> None:
    """The bookings up to this one; all of them if there is none left."""
    if last is None:
        connection.execute(delete(walks).where(walks.c.id == walk.id))
    else:
        connection.execute(update(walks).where(walks.c.id == walk.id).values(after=last))
