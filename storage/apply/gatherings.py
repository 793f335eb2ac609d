"""What is made of gatherings becomes rows; who comes: storage.apply.coming."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, bindparam, delete, select, update

from handlers.counted import CAME
from handlers.effects_gatherings import (
    CancelGathering,
    CountSeats,
    DropGathering,
    GatheringEffect,
    KeepGathering,
    ReachStop,
)
from handlers.gatherings import CANCELLED, DRAFT
from handlers.roles import ANIMATOR
from storage import gathering_rows, walks
from storage.apply import attended, coming
from storage.apply.turn import Context
from storage.gatherings import write_stops
from storage.roles import number_of
from storage.tables import gatherings, stops

_DRAWN = 24
_BY_ID = select(gatherings).where(gatherings.c.id == bindparam("id")).with_for_update()
_AS_READ = _BY_ID.where(gatherings.c.version == bindparam("version"), gatherings.c.state != CANCELLED)


def write(connection: Connection, context: Context, effect: GatheringEffect) -> None:
    """Write one of these effects."""
    match effect:
        case KeepGathering():
            _keep(connection, context, effect)
        case CancelGathering():
            _cancel(connection, context, effect)
        case DropGathering():
            connection.execute(delete(gatherings).where(gatherings.c.id == effect.id, gatherings.c.state == DRAFT))
        case CountSeats():
            _walked_in(connection, context, effect)
            counts = {"aside": effect.aside, "walk_ins": effect.walk_ins}
            _change(connection, context, effect.id, {name: n for name, n in counts.items() if n is not None})
        case ReachStop():
            _reach(connection, context, effect)
        case _:
            coming.write(connection, context, effect)


def _keep(connection: Connection, context: Context, effect: KeepGathering) -> None:
    """Nothing is written if somebody else changed it meanwhile, or if it was cancelled."""
    values = {
        "network": effect.network,
        "kind": effect.kind,
        "series": effect.series,
        "state": effect.state,
        "seats": effect.seats,
        **gathering_rows.hours(effect.starts_at, effect.ends_at, effect.zone),
        **gathering_rows.texts(effect.texts),
    }
    walked = [
        {"at": stop.at, "place": stop.place, "minutes_on_foot": stop.minutes_on_foot, "access": stop.access}
        for stop in effect.stops
    ]
    role = _role(connection, context, effect.network)
    if effect.id is None:
        uid = context.draw(_DRAWN)
        id = gathering_rows.new(connection, {**values, "uid": uid}, context.now, context.draw, role)
        write_stops(connection, id, walked)
        return
    former = connection.execute(_AS_READ, {"id": effect.id, "version": effect.version}).one_or_none()
    if former is not None:
        still = gathering_rows.reached(connection, effect.id, walked)
        gathering_rows.rewrite(connection, former, values, context.now, role=role, walked=walked)
        if former.state != DRAFT:
            before = walks.places(connection, effect.id)
            walks.changed(connection, effect.id, before, [each.place for each in effect.stops], context.now)
        write_stops(connection, effect.id, still)


def _role(connection: Connection, context: Context, network: str) -> int | None:
    return None if context.person is None else number_of(connection, context.person, ANIMATOR, network)


def _cancel(connection: Connection, context: Context, effect: CancelGathering) -> None:
    former = connection.execute(_BY_ID, {"id": effect.id}).one_or_none()
    if former is None or former.state == CANCELLED:
        return
    gone = {"state": CANCELLED, "reason": effect.reason}
    role = _role(connection, context, former.network)
    gathering_rows.rewrite(connection, former, gone, context.now, role=role)


def _change(connection: Connection, context: Context, id: int, values: dict[str, Any]) -> None:
    here = (gatherings.c.id == id, gatherings.c.state != CANCELLED)
    # What is counted is no change of what was written: whoever edits it meanwhile is not stopped.
    grown = {"updated_at": context.now, "freed_at": context.now}
    connection.execute(update(gatherings).where(*here).values(**values, **grown))


def _walked_in(connection: Connection, context: Context, effect: CountSeats) -> None:
    """Those who came without a booking came too; a number put right downwards takes nothing back."""
    before = connection.execute(select(gatherings.c.walk_ins).where(gatherings.c.id == effect.id)).scalar()
    if effect.walk_ins is not None and before is not None:
        attended.count(connection, context, effect.id, CAME, effect.walk_ins - before)


def _reach(connection: Connection, context: Context, effect: ReachStop) -> None:
    here = (stops.c.gathering == effect.id, stops.c.position <= effect.position, stops.c.reached_at.is_(None))
    connection.execute(update(stops).where(*here).values(reached_at=context.now))
    _change(connection, context, effect.id, {"delay": effect.late})
    if effect.tells:
        walks.late(connection, effect.id, effect.position, effect.late, context.now)
