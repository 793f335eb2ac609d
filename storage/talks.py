"""Words passed on in the rooms of a network: each is a row of the ledger, whose name leads back to its question."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256

from sqlalchemy import Connection, and_, bindparam, insert, select, update

from handlers.messages import Address, Reply
from handlers.roles import ADMIN
from handlers.talks import Room
from storage.outbox import LEASE, OutboxRow, packed
from storage.tables import SAID_IN_ROOM, addresses, in_states, requests, roles, rooms
from storage.tables import outbox as ledger

KEY = "talk/"
"""First word of the keys of words passed on, to a room or to the holder: their text goes as soon as it is delivered."""
SUBJECT = "talk"
"""Of the rows of rooms, found again by the channel's own id of the message (`ix_outbox_said_in_room`)."""

_MARK = 16
_KIND = "notice"
_ROOM_KEY = re.compile(r"talk/(\d{1,18})/(\d{1,9}[a-z]?)/([0-9a-f]{16})", re.ASCII)
_TOLD_KEY = re.compile(r"(?:talk/(\d{1,18})/\d{1,9}|request/(\d{1,18})/(?:opened|talk-\d{1,9}a?))/\d{1,18}", re.ASCII)
_RECEIPT = "receipt:"

_ENABLED = select(rooms.c.channel, rooms.c.peer, rooms.c.network).where(
    rooms.c.enabled_at.is_not(None), rooms.c.questions
)
_KNOWN = select(ledger.c.id).where(ledger.c.key == bindparam("key"))
_HERE = select(addresses.c.id).where(addresses.c.channel == bindparam("channel"), addresses.c.peer == bindparam("peer"))
_SAID = select(ledger.c.key).where(SAID_IN_ROOM, ledger.c.receipt == bindparam("receipt"))


def enabled(connection: Connection) -> tuple[Room, ...]:
    """The rooms where someone with a role wanted the bot."""
    found = connection.execute(_ENABLED.order_by(rooms.c.since, rooms.c.channel, rooms.c.peer))
    return tuple(Room(Address(row.channel, row.peer), row.network) for row in found)


def answers_for(connection: Connection, channel: str, author: str, network: str) -> bool:
    """True if who writes there under this name holds a role that answers for the network. Who writes in a room is
    known there by the name of their private chat."""
    them = and_(addresses.c.person == roles.c.person, addresses.c.channel == channel, addresses.c.peer == author)
    held = (roles.c.revoked_at.is_(None), roles.c.role != ADMIN, roles.c.network.in_((network, "")))
    found = select(roles.c.id).join(addresses, and_(them, addresses.c.private)).where(*held)
    return connection.execute(found.limit(1)).scalar() is not None


def spare(connection: Connection, room: Address) -> None:
    """No question comes to this room any more."""
    here = (rooms.c.channel == room.channel, rooms.c.peer == room.peer)
    connection.execute(update(rooms).where(*here).values(questions=False))


def key_in(request: int, what: str, room: Address) -> str:
    """What names one thing said of a question in a room."""
    return f"{KEY}{request}/{what}/{mark(room)}"


def mark(room: Address) -> str:
    """A room in a key, which must not hold its name."""
    return sha256(f"{room.channel} {room.peer}".encode()).hexdigest()[:_MARK]


def number_in(connection: Connection, room: Address, reference: str) -> int | None:
    """The question that a message of ours passed on in this room; None if it is none. `reference`: its key, or the
    channel's own id of it."""
    if reference.startswith(_RECEIPT):
        keys = connection.execute(_SAID, {"receipt": reference.removeprefix(_RECEIPT)}).scalars().all()
    else:
        keys = [reference]
    found = (_ROOM_KEY.fullmatch(key) for key in keys)
    return next((int(each[1]) for each in found if each is not None and each[3] == mark(room)), None)


def number_told(key: str) -> int | None:
    """The question that a message told to a person is about, by its key."""
    found = _TOLD_KEY.fullmatch(key)
    return int(found[1] or found[2]) if found is not None else None


def post(
    connection: Connection, room: Address, key: str, text: str, about: int | None, now: datetime, *, asked: bool
) -> tuple[OutboxRow, ...]:
    """Owe a room these words, once; the row to hand over now, if they answer a message. `about`: whose words."""
    if connection.execute(_KNOWN, {"key": key}).first() is not None:
        return ()
    row = OutboxRow(key, _KIND, room, Reply(text), now)
    values = {
        "key": key,
        "kind": _KIND,
        "person": None,
        "address": _address(connection, room),
        "state": "sending" if asked else "queued",
        "due_at": now,
        "body": packed(row.reply),
        "via": room.channel,
        "attempts": int(asked),
        "leased_until": now + LEASE if asked else None,
        "created_at": now,
        "about": about,
        "subject": SUBJECT,
    }
    connection.execute(insert(ledger), values)
    return (row,) if asked else ()


def _address(connection: Connection, room: Address) -> int:
    found: int | None = connection.execute(_HERE, {"channel": room.channel, "peer": room.peer}).scalar()
    if found is not None:
        return found
    values = {"channel": room.channel, "peer": room.peer, "person": None, "private": False}
    return int(connection.execute(insert(addresses).values(values).returning(addresses.c.id)).scalar_one())


def known(connection: Connection, keys: Iterable[str]) -> frozenset[str]:
    """Those of these keys that have a row, whatever became of it."""
    return frozenset(connection.execute(select(ledger.c.key).where(ledger.c.key.in_(list(keys)))).scalars())


def failed(connection: Connection, keys: Iterable[str]) -> bool:
    """True if one of these was refused where it was to go, or waited there until it was of no use."""
    lost = in_states("cancelled", "failed", "skipped")
    return connection.execute(select(ledger.c.id).where(ledger.c.key.in_(list(keys)), lost)).first() is not None


def latest_of(connection: Connection, person: int) -> int | None:
    """The question that this person asked last."""
    mine = select(requests.c.id).where(requests.c.person == person, requests.c.kind == SUBJECT)
    found: int | None = connection.execute(mine.order_by(requests.c.id.desc()).limit(1)).scalar()
    return found
