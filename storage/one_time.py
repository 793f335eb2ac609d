"""Links that open the summary in a browser once, and the hour during which it then stays open."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, or_, select, update

from handlers.access import KEY_LENGTH, MAIL, SITS, may_read
from storage.roles import fingerprint, record, sealed
from storage.tables import mailboxes, openings, roles, sittings

_SHAPE = re.compile(rf"[a-z0-9]{{{KEY_LENGTH}}}")


@dataclass(frozen=True, slots=True)
class Reader:
    """Who opened: a person by number, or a mailbox by number."""

    person: int | None = None
    mailbox: int | None = None


def keep(connection: Connection, draw: Callable[[int], str], key: str, reader: Reader, until: datetime) -> None:
    """Keep the fingerprint of a link."""
    values = {"person": reader.person, "mailbox": reader.mailbox, "expires_at": until}
    connection.execute(openings.insert(), {**values, "hash": sealed(connection, draw, _link(key))})


def is_open(connection: Connection, key: str, now: datetime) -> bool:
    """True if this link would open now: looking at it changes nothing."""
    wanted = _wanted(connection, key, now)
    return wanted is not None and connection.execute(select(openings.c.id).where(wanted)).scalar() is not None


def open_once(connection: Connection, draw: Callable[[int], str], key: str, now: datetime) -> str | None:
    """Use the link: what the browser is to keep for an hour; None if it opens nothing (any more)."""
    wanted = _wanted(connection, key, now)
    if wanted is None:
        return None
    taken = update(openings).where(wanted).values(used_at=now).returning(openings.c.person, openings.c.mailbox)
    row = connection.execute(taken).one_or_none()
    if row is None:
        return None
    secret = draw(KEY_LENGTH)
    values = {"person": row.person, "mailbox": row.mailbox, "expires_at": now + SITS}
    connection.execute(sittings.insert(), {**values, "hash": sealed(connection, draw, _sitting(secret))})
    _journal(connection, Reader(row.person, row.mailbox), now)
    return secret


def reader_of(connection: Connection, secret: str, now: datetime) -> Reader | None:
    """Who reads in this browser, as long as they may."""
    kept = fingerprint(connection, _sitting(secret)) if _SHAPE.fullmatch(secret) else None
    if kept is None:
        return None
    mine = (sittings.c.hash == kept, sittings.c.expires_at > now, _still(sittings.c.person, sittings.c.mailbox))
    row = connection.execute(select(sittings.c.person, sittings.c.mailbox).where(*mine)).one_or_none()
    return Reader(row.person, row.mailbox) if row is not None else None


def close(connection: Connection, secret: str) -> None:
    """The browser is left: what it keeps opens nothing any more."""
    kept = fingerprint(connection, _sitting(secret)) if _SHAPE.fullmatch(secret) else None
    if kept is not None:
        connection.execute(delete(sittings).where(sittings.c.hash == kept))


def sweep(connection: Connection, now: datetime) -> None:
    """Links and hours that are over go."""
    for table in (openings, sittings):
        connection.execute(delete(table).where(table.c.expires_at <= now))


def _wanted(connection: Connection, key: str, now: datetime) -> ColumnElement[bool] | None:
    kept = fingerprint(connection, _link(key)) if _SHAPE.fullmatch(key) else None
    if kept is None:
        return None
    fresh = and_(openings.c.hash == kept, openings.c.used_at.is_(None), openings.c.expires_at > now)
    return and_(fresh, _still(openings.c.person, openings.c.mailbox))


def _still(person: ColumnElement[int], mailbox: ColumnElement[int]) -> ColumnElement[bool]:
    """A role taken back, or an address that was removed, closes at once what it had opened."""
    held = exists().where(roles.c.person == person, roles.c.revoked_at.is_(None), roles.c.role.in_(may_read()))
    return or_(held, exists().where(mailboxes.c.id == mailbox))


def _journal(connection: Connection, reader: Reader, now: datetime) -> None:
    if reader.person is None:
        record(connection, now, MAIL, "", "bilan-open", number=reader.mailbox)
        return
    mine = (roles.c.person == reader.person, roles.c.revoked_at.is_(None), roles.c.role.in_(may_read()))
    columns = (roles.c.id, roles.c.role, roles.c.network)
    row = connection.execute(select(*columns).where(*mine).order_by(roles.c.id).limit(1)).one_or_none()
    if row is not None:
        record(connection, now, row.role, row.network, "bilan-open", number=row.id)


def _link(key: str) -> str:
    return f"link:{key}"


def _sitting(secret: str) -> str:
    return f"sitting:{secret}"
