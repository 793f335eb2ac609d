"""Rooms where the bot is: whoever holds a role may want it there, and without that it does not stay."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection, and_, bindparam, select

from handlers.messages import Address
from storage.locks import lock_people
from storage.roles import record
from storage.tables import addresses, roles, rooms

UNWANTED_STAY = timedelta(hours=24)
"""For how long the bot stays where nobody with a role wanted it (faults I26)."""

_AT_ONCE = 20
_WHERE = (rooms.c.channel == bindparam("b_channel"), rooms.c.peer == bindparam("b_peer"))
_FIND = select(rooms.c.since, rooms.c.enabled_at).where(*_WHERE)
_NEW = rooms.insert()
_ARRIVED = rooms.update().where(*_WHERE).values(since=bindparam("b_now", type_=rooms.c.since.type))
_ENABLE = (
    rooms.update()
    .where(*_WHERE)
    .values(enabled_at=bindparam("b_now", type_=rooms.c.enabled_at.type), network=bindparam("b_network"))
)
_RENAME = rooms.update().where(*_WHERE).values(peer=bindparam("b_new"))
_END = rooms.delete().where(*_WHERE)
# Who writes in a room is known there by the name of their private chat.
_ROLE = (
    select(roles.c.role, roles.c.network)
    .join(addresses, and_(addresses.c.person == roles.c.person, addresses.c.private))
    .where(
        addresses.c.channel == bindparam("b_channel"),
        addresses.c.peer == bindparam("b_author"),
        roles.c.revoked_at.is_(None),
    )
    .order_by(roles.c.id)
    .limit(1)
)


def arrive(connection: Connection, room: Address, by: str, now: datetime) -> bool:
    """Someone brought the bot into a room; True if it may stay there."""
    found = connection.execute(_FIND, _named(room)).one_or_none()
    if found is not None and found.enabled_at is None:
        # It had left without being told so: the day begins again.
        connection.execute(_ARRIVED, {**_named(room), "b_now": now})
    return hear(connection, room, by, now)


def hear(connection: Connection, room: Address, author: str, now: datetime) -> bool:
    """Someone spoke to the bot in a room; True if it may stay there. Who that was is not kept."""
    lock_people(connection, [room])
    found = connection.execute(_FIND, _named(room)).one_or_none()
    if found is None:
        connection.execute(_NEW, {"channel": room.channel, "peer": room.peer, "since": now})
    elif found.enabled_at is not None:
        return True
    role = connection.execute(_ROLE, {"b_channel": room.channel, "b_author": author}).one_or_none()
    if role is None:
        return False
    connection.execute(_ENABLE, {**_named(room), "b_now": now, "b_network": role.network})
    record(connection, now, role.role, role.network, "enable-room")
    return True


def unwanted(connection: Connection, channels: list[str], now: datetime) -> tuple[Address, ...]:
    """Some rooms of these channels that it is time to leave."""
    stayed = and_(rooms.c.enabled_at.is_(None), rooms.c.since <= now - UNWANTED_STAY)
    wanted = select(rooms.c.channel, rooms.c.peer).where(stayed, rooms.c.channel.in_(channels))
    return tuple(Address(*row) for row in connection.execute(wanted.order_by(rooms.c.since).limit(_AT_ONCE)))


def rename(connection: Connection, old: Address, new: Address) -> None:
    """The room goes by a new name. If both are known, what was once allowed stays so."""
    there = connection.execute(_FIND, _named(new)).one_or_none()
    if there is not None and there.enabled_at is not None:
        end(connection, old)
    elif connection.execute(_FIND, _named(old)).one_or_none() is not None:
        end(connection, new)
        connection.execute(_RENAME, {**_named(old), "b_new": new.peer})


def end(connection: Connection, room: Address) -> None:
    """The bot is no longer there."""
    connection.execute(_END, _named(room))


def _named(room: Address) -> dict[str, str]:
    return {"b_channel": room.channel, "b_peer": room.peer}
