"""Addresses that refuse our messages: nothing unasked is sent there until someone writes from there again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, bindparam, null, select

from handlers.messages import Address
from storage.tables import addresses, outbox

BLOCKED = "blocked"
"""The reason of the rows that were refused so."""

_at = bindparam("b_at", type_=addresses.c.blocked_at.type)
_whose = select(outbox.c.address).where(outbox.c.key == bindparam("b_key")).scalar_subquery()
_BY_ROW = addresses.update().where(addresses.c.id == _whose, addresses.c.blocked_at.is_(None)).values(blocked_at=_at)
_here = (addresses.c.channel == bindparam("b_channel"), addresses.c.peer == bindparam("b_peer"))
_BY_NAME = addresses.update().where(*_here, addresses.c.blocked_at.is_(None)).values(blocked_at=_at)
_OPEN_BY_NAME = addresses.update().where(*_here, addresses.c.blocked_at.is_not(None)).values(blocked_at=null())
_OPEN = addresses.update().where(addresses.c.id == bindparam("b_id")).values(blocked_at=null())


def block_receivers(connection: Connection, refused: Sequence[tuple[str, datetime]]) -> None:
    """The addresses of these rows, by key, refused them at this hour."""
    if refused:
        connection.execute(_BY_ROW, [{"b_key": key, "b_at": at} for key, at in refused])


def set_blocked(connection: Connection, address: Address, at: datetime | None) -> None:
    """An address closes, or opens again (`at` is None), by the channel's own word."""
    where = {"b_channel": address.channel, "b_peer": address.peer}
    if at is None:
        connection.execute(_OPEN_BY_NAME, where)
    else:
        connection.execute(_BY_NAME, {**where, "b_at": at})


def unblock(connection: Connection, address: int) -> None:
    """Someone wrote from there."""
    connection.execute(_OPEN, {"b_id": address})
