"""Tokens for programs: each opens some scopes, is shown once, and only its fingerprint is kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from handlers.access import PROGRAM
from storage.roles import OPERATOR, fingerprint, record, sealed
from storage.tables import tokens

SUMMARIES, GATHERINGS = "summary:read", "gatherings:read"
SCOPES = (SUMMARIES, GATHERINGS)
"""Everything that a token may open; there is no token that opens all that will come."""

_PREFIX, _LENGTH = "bsl_", 40
_SHAPE = re.compile(rf"{_PREFIX}[a-z0-9]{{{_LENGTH}}}")
_COLUMNS = (
    tokens.c.id,
    tokens.c.name,
    tokens.c.scopes,
    tokens.c.created_at,
    tokens.c.expires_at,
    tokens.c.used_on,
    tokens.c.revoked_at,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A token, without what it is made of."""

    id: int
    name: str
    scopes: frozenset[str]
    created_at: datetime
    expires_at: datetime | None
    used_on: str
    revoked_at: datetime | None


def new(
    connection: Connection,
    draw: Callable[[int], str],
    name: str,
    scopes: Collection[str],
    now: datetime,
    until: datetime | None = None,
) -> str:
    """A new token, as it is shown once."""
    shown = _PREFIX + draw(_LENGTH)
    values = {"name": name, "scopes": " ".join(sorted(scopes)), "created_at": now, "expires_at": until, "used_on": ""}
    connection.execute(tokens.insert(), {**values, "hash": sealed(connection, draw, _named(shown))})
    record(connection, now, OPERATOR, "", "token-new", len(scopes))
    return shown


def holder(connection: Connection, shown: str, now: datetime) -> Token | None:
    """The token that a program shows, if it opens something now."""
    kept = fingerprint(connection, _named(shown)) if looks_like_one(shown) else None
    if kept is None:
        return None
    row = connection.execute(select(*_COLUMNS).where(tokens.c.hash == kept)).one_or_none()
    found = _token(row) if row is not None else None
    if found is None or found.revoked_at is not None or (found.expires_at is not None and found.expires_at <= now):
        return None
    return found


def used(connection: Connection, id: int, day: str, now: datetime) -> None:
    """A token was shown on this day: kept, and in the journal, once a day."""
    fresh = update(tokens).where(tokens.c.id == id, tokens.c.used_on != day).values(used_on=day)
    if connection.execute(fresh).rowcount:
        record(connection, now, PROGRAM, "", "token-used", number=id)


def listed(connection: Connection) -> tuple[Token, ...]:
    """Every token made, the oldest first."""
    return tuple(_token(row) for row in connection.execute(select(*_COLUMNS).order_by(tokens.c.id)))


def revoke(connection: Connection, id: int, now: datetime) -> bool:
    """Make a token useless at once; False if there is none to take back."""
    taken = update(tokens).where(tokens.c.id == id, tokens.c.revoked_at.is_(None)).values(revoked_at=now)
    if not connection.execute(taken).rowcount:
        return False
    record(connection, now, OPERATOR, "", "token-revoke", number=id)
    return True


def looks_like_one(shown: str) -> bool:
    """True for what has the shape of a token: nothing else is looked for."""
    return _SHAPE.fullmatch(shown) is not None


def _named(shown: str) -> str:
    # What is kept of a token is never that of a code or of a link.
    return f"token:{shown}"


def _token(row: tuple[int, str, str, datetime, datetime | None, str, datetime | None]) -> Token:
    id, name, scopes, created_at, expires_at, used_on, revoked_at = row
    return Token(id, name, frozenset(scopes.split()), created_at, expires_at, used_on, revoked_at)
