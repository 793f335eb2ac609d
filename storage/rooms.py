"""Rooms of several people: brought in, renamed, left; and what is said only once. Nothing said there is kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, bindparam, null, select

from handlers.messages import Address, Reply
from storage import outbox as ledger
from storage import stays
from storage.locks import lock_people
from storage.outbox import OutboxRow
from storage.tables import addresses, conversations, in_states, inbound, outbox

LEFT = "left"

_WHERE = (addresses.c.channel == bindparam("b_channel"), addresses.c.peer == bindparam("b_peer"))
_FIND = select(addresses.c.id).where(*_WHERE)
_KNOWN_AS = (
    select(addresses.c.id, addresses.c.person, conversations.c.language)
    .outerjoin(conversations, conversations.c.person == addresses.c.person)
    .where(*_WHERE)
)
_NEW = addresses.insert()
_RENAME = addresses.update().where(addresses.c.id == bindparam("b_id")).values(peer=bindparam("b_peer"))
_HAND_OVER = outbox.update().where(outbox.c.address == bindparam("b_old")).values(address=bindparam("b_new"))
_KNOWN = select(outbox.c.id).where(outbox.c.key == bindparam("b_key"))
_CANCEL = (
    outbox.update()
    .where(outbox.c.address == bindparam("b_id"), in_states("queued", "sending"))
    .values(state="cancelled", reason=LEFT, settled_at=bindparam("b_now", type_=outbox.c.settled_at.type))
)
_EMPTY = (
    outbox.update()
    .where(outbox.c.address == bindparam("b_id"))
    .values(address=null(), body=null(), leased_until=null())
)
_RECEIVED = inbound.delete().where(inbound.c.address == bindparam("b_id"))
_GONE = addresses.delete().where(addresses.c.id == bindparam("b_id"))


def introduce(connection: Connection, room: Address, reply: Reply, now: datetime) -> tuple[OutboxRow, ...]:
    """The one introduction to a room, to send; nothing if it was ever made there."""
    return say_once(connection, room, f"introduce/{room.channel}/{room.peer}", lambda _: reply, now, private=False)


def say_once(
    connection: Connection,
    to: Address,
    key: str,
    said: Callable[[str], Reply],
    now: datetime,
    *,
    private: bool,
    to_many: bool = False,
) -> tuple[OutboxRow, ...]:
    """The one message of this name, to send; nothing if it was ever made, or if it is one of many, which waits in
    the queue for its turn. `said` is given the language of who is there, empty if it is not known."""
    # Who is there may write at this moment: both would make the same address.
    lock_people(connection, [to])
    if connection.execute(_KNOWN, {"b_key": key}).first() is not None:
        return ()
    known = connection.execute(_KNOWN_AS, {"b_channel": to.channel, "b_peer": to.peer}).one_or_none()
    row = OutboxRow(key, "broadcast" if to_many else "notice", to, said((known and known.language) or ""), now)
    state = "queued" if to_many else "sending"
    if known is None:
        values = {"channel": to.channel, "peer": to.peer, "person": None, "private": private}
        made = connection.execute(_NEW, values).inserted_primary_key
        assert made is not None
        ledger.insert(connection, [row], person=None, address=int(made[0]), state=state)
    else:
        ledger.insert(connection, [row], person=known.person, address=known.id, state=state)
    return () if to_many else (row,)


def move(connection: Connection, old: Address, new: Address) -> None:
    """The room goes by a new name: everything that was for the old one is for the new one."""
    stays.rename(connection, old, new)
    known, there = _find(connection, old), _find(connection, new)
    if known is None:
        return
    if there is None:
        connection.execute(_RENAME, {"b_id": known, "b_peer": new.peer})
        return
    # Both names were heard before either said that they are one room.
    connection.execute(_HAND_OVER, {"b_old": known, "b_new": there})
    _forget(connection, known)


def leave(connection: Connection, room: Address, now: datetime) -> None:
    """Nothing more is sent there, and nothing is kept of it but the counts."""
    stays.end(connection, room)
    known = _find(connection, room)
    if known is None:
        return
    connection.execute(_CANCEL, {"b_id": known, "b_now": now})
    connection.execute(_EMPTY, {"b_id": known})
    _forget(connection, known)


def _find(connection: Connection, room: Address) -> int | None:
    found: int | None = connection.execute(_FIND, {"b_channel": room.channel, "b_peer": room.peer}).scalar()
    return found


def _forget(connection: Connection, address: int) -> None:
    connection.execute(_RECEIVED, {"b_id": address})
    connection.execute(_GONE, {"b_id": address})
