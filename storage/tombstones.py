"""Remembers who was erased without knowing them, so that an older copy, once put back, forgets them again."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from storage import notes
from storage.locks import lock_schema
from storage.tables import addresses, erasures, marks, people

_KEY, _LENGTH = "erasures-key", 64


def prepare(connection: Connection, draw: Callable[[int], str]) -> None:
    """Make the key of the hashes, once for each database."""
    if notes.noted(connection, _KEY) is None:
        lock_schema(connection)
        if notes.noted(connection, _KEY) is None:
            connection.execute(insert(marks), {"name": _KEY, "value": draw(_LENGTH)})


def remember(connection: Connection, person: int, now: datetime) -> None:
    """Note the addresses of someone who is being erased."""
    secret = notes.noted(connection, _KEY)
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
    return notes.noted(connection, _KEY) or "", {row.mac: row.at for row in rows}


def bring_all(connection: Connection, erased: Mapping[str, Mapping[str, datetime]]) -> None:
    """Take over what is remembered with our key, and, of what another database remembers with its own, what is about
    people whom this one knows."""
    secret, _ = kept(connection)
    for key, noted in erased.items():
        ours = dict(noted) if key == secret else {}
        for row, at in _found(connection, key, noted) if key != secret else ():
            ours[_mac(secret, row.channel, row.peer)] = at
        _bring(connection, ours)


def returned(connection: Connection) -> tuple[int, ...]:
    """People of this database who were erased since: an older copy brought them back."""
    return tuple(sorted({row.id for row, _ in _found(connection, *kept(connection))}))


def _bring(connection: Connection, noted: Mapping[str, datetime]) -> None:
    _, mine = kept(connection)
    for mac, at in noted.items():
        if mac not in mine:
            connection.execute(insert(erasures), {"mac": mac, "at": at})
        elif mine[mac] < at:
            connection.execute(update(erasures).where(erasures.c.mac == mac).values(at=at))


_Row = tuple[Row[Any, Any, Any, Any], datetime]


def _found(connection: Connection, secret: str, noted: Mapping[str, datetime]) -> Iterator[_Row]:
    """Who of this database is among them, and not since they came back."""
    if not noted:
        return
    known = select(people.c.id, people.c.created_at, addresses.c.channel, addresses.c.peer)
    joined = known.join(addresses, addresses.c.person == people.c.id).where(addresses.c.private)
    for row in connection.execute(joined).all():
        at = noted.get(_mac(secret, row.channel, row.peer))
        if at is not None and row.created_at <= at:
            yield row, at


def _mac(secret: str, channel: str, peer: str) -> str:
    return hmac.new(secret.encode(), f"{channel}\n{peer}".encode(), hashlib.sha256).hexdigest()
