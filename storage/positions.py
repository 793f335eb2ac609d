"""Where each channel stopped reading: moved only once all that came before is committed."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from storage.tables import cursors

_READ = select(cursors.c.position).where(cursors.c.channel == bindparam("b_channel"))
_MOVE = cursors.update().where(cursors.c.channel == bindparam("b_channel")).values(position=bindparam("b_position"))
_NEW = cursors.insert()


def position_of(connection: Connection, channel: str) -> str | None:
    """The last position kept; None if this channel was never read."""
    found: str | None = connection.execute(_READ, {"b_channel": channel}).scalar()
    return found


def move_to(connection: Connection, channel: str, position: str) -> None:
    """Keep a new position."""
    moved = connection.execute(_MOVE, {"b_channel": channel, "b_position": position})
    if not moved.rowcount:
        connection.execute(_NEW, {"channel": channel, "position": position})
