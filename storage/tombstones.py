"""Remembers who was erased without knowing them, so that an older copy, once put back, forgets them again."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, update

from storage.tables import addresses, erasures, marks, people

_KEY, _LENGTH = "erasures-key", 64


def prepare(connection: Connection, draw: Callable[[int], str]) -> None:
    """Make the key of the hashes, once for each database."""
    if _secret(connection) is None:
        connection.execute(insert(marks), {"name": _KEY, "value": draw(_LENGTH)})


def remember(connection: Connection, person: int, now: datetime) -> None:
    """Note the addresses of someone who is being erased."""
    secret = _secret(connection)
    if secret is None:
        return
    mine = select(addresses.c.channel, addresses.c.peer).where(addresses.c.person == person, addresses.c.private)
    for channel, peer in connection.execute(mine).all():
        mac = _mac(secret, channel, peer)
        if not connection.execute(update(erasures).where(erasures.c.mac == mac).values(at=now)).rowcount:
            connection.execute(insert(erasures), {"mac": mac, "at": now})


def kept(connection: Connection) -> tuple[str, dict[str, datetime]]:
    """The key and what is remembered; an empty key if nothing ever was."""
    rows = connection.execute(select(erasures.c.mac, erasures.c.at))
    return _secret(connection) or "", {row.mac: row.at for row in rows}


def bring(connection: Connection, secret: str, noted: dict[str, datetime]) -> None:
    """Take over what another database remembers, with its key."""
    if not secret:
        return
    if _secret(connection) != secret:
        connection.execute(delete(erasures))
        connection.execute(delete(marks).where(marks.c.name == _KEY))
        connection.execute(insert(marks), {"name": _KEY, "value": secret})
    _, mine = kept(connection)
    for mac, at in noted.items():
        if mac not in mine:
            connection.execute(insert(erasures), {"mac": mac, "at": at})
        elif mine[mac] < at:
            connection.execute(update(erasures).where(erasures.c.mac == mac).values(at=at))


def returned(connection: Connection) -> tuple[int, ...]:
    """People of this database who were erased since: an older copy brought them back."""
    secret, noted = kept(connection)
    if not noted:
        return ()
    known = select(people.c.id, people.c.created_at, addresses.c.channel, addresses.c.peer)
    rows = connection.execute(known.join(addresses, addresses.c.person == people.c.id).where(addresses.c.private))
    found = {
        row.id
        for row in rows
        if (at := noted.get(_mac(secret, row.channel, row.peer))) is not None and row.created_at <= at
    }
    return tuple(sorted(found))


def _mac(secret: str, channel: str, peer: str) -> str:
    return hmac.new(secret.encode(), f"{channel}\n{peer}".encode(), hashlib.sha256).hexdigest()


def _secret(connection: Connection) -> str | None:
    return connection.execute(select(marks.c.value).where(marks.c.name == _KEY)).scalar()
