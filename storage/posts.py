"""What was posted of each gathering in each room that its network has authorised, and what is to be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, insert, or_, select

from handlers.gatherings import DRAFT, Gathering
from handlers.messages import Address, Reply
from storage.gatherings import found
from storage.outbox import packed
from storage.tables import addresses, gatherings, rooms
from storage.tables import outbox as ledger
from storage.talks import mark

SLICE = 50
_KIND = "broadcast"

_ROOMS = select(rooms.c.channel, rooms.c.peer, rooms.c.network).where(rooms.c.enabled_at.is_not(None))


@dataclass(frozen=True, slots=True)
class Post:
    """A gathering and a room; `posted`: the sequence of it that the room was told last, None if it was told nothing."""

    gathering: Gathering
    room: Address
    posted: int | None


def rooms_wanting(connection: Connection) -> tuple[Any, ...]:
    """The rooms where someone with a role wanted the bot, each with the network of that role."""
    return tuple(connection.execute(_ROOMS.order_by(rooms.c.channel, rooms.c.peer)).all())


def next_start(connection: Connection, after: datetime) -> datetime | None:
    """When the next gathering after an instant starts."""
    wanted = select(gatherings.c.starts_at).where(gatherings.c.starts_at > after, gatherings.c.state != DRAFT)
    return connection.execute(wanted.order_by(gatherings.c.starts_at).limit(1)).scalar()


def candidates(connection: Connection, now: datetime, until: datetime, settled: datetime) -> tuple[Post, ...]:
    """Each gathering that starts until then, or that was changed, with each room of its network; of what was changed
    after `settled`, or of which people may not be told yet, nothing."""
    quiet = or_(gatherings.c.said_at.is_(None), gatherings.c.said_at <= now)
    near = or_(gatherings.c.starts_at <= until, gatherings.c.sequence > 0)
    wanted = select(gatherings).where(gatherings.c.starts_at > now, gatherings.c.state != DRAFT, near, quiet)
    rows = connection.execute(wanted.where(gatherings.c.updated_at <= settled).order_by(gatherings.c.starts_at)).all()
    known = found(connection, rows)
    told = _told(connection, [each.id for each in known])
    pairs = ((each, Address(r.channel, r.peer), r.network) for each in known for r in rooms_wanting(connection))
    numbers = _numbers(connection)
    return tuple(
        Post(each, room, _last(told.get(each.id, ()), room, numbers.get(room)))
        for each, room, network in pairs
        if network in ("", each.network)
    )


def _told(connection: Connection, ids: list[int]) -> Mapping[int, list[Any]]:
    by_gathering: dict[int, list[Any]] = {}
    wanted = select(ledger.c.key, ledger.c.address).where(ledger.c.subject.in_([f"room/{id}" for id in ids]))
    for row in connection.execute(wanted) if ids else ():
        by_gathering.setdefault(int(row.key.split("/")[1]), []).append(row)
    return by_gathering


def _numbers(connection: Connection) -> Mapping[Address, int]:
    """The address of each room, as long as it has one."""
    here = select(addresses.c.channel, addresses.c.peer, addresses.c.id).where(addresses.c.private.is_(False))
    return {Address(row.channel, row.peer): row.id for row in connection.execute(here)}


def _last(rows: Any, room: Address, number: int | None) -> int | None:
    """A room is known by its name, or by its address when it goes by another name since."""
    own = [row for row in rows if row.key.endswith(f"/{mark(room)}") or (number is not None and row.address == number)]
    return max((int(row.key.split("/")[2]) for row in own), default=None)


def queue(connection: Connection, post: Post, reply: Reply, now: datetime) -> None:
    """Owe a room what is to be said there, at the pace of messages to many."""
    here = (addresses.c.channel == post.room.channel, addresses.c.peer == post.room.peer)
    number = connection.execute(select(addresses.c.id).where(*here)).scalar()
    if number is None:
        values = {"channel": post.room.channel, "peer": post.room.peer, "person": None, "private": False}
        number = connection.execute(insert(addresses).values(values).returning(addresses.c.id)).scalar_one()
    row = {
        "key": f"room/{post.gathering.id}/{post.gathering.sequence}/{mark(post.room)}",
        "kind": _KIND,
        "person": None,
        "address": number,
        "state": "queued",
        "due_at": now,
        "body": packed(reply),
        "via": post.room.channel,
        "attempts": 0,
        "created_at": now,
        "subject": f"room/{post.gathering.id}",
    }
    connection.execute(insert(ledger), row)
