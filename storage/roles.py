"""Codes and the roles they give: made, listed, taken back. Only the hash of a code is kept."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Table, exists, select, update

from handlers.roles import CODE_LIVES, code_in, drawn_code
from storage.tables import audit, codes, marks, people, roles

OPERATOR = "operator"
"""The role in the journal of who acts from the machine itself."""

_KEY = "codes-key"
_KEY_LENGTH = 64
_AUDIT = audit.insert()


@dataclass(frozen=True, slots=True)
class Held:
    """A role of someone, by numbers only."""

    id: int
    person: int
    role: str
    network: str
    granted_at: datetime
    revoked_at: datetime | None


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was made, without the code."""

    id: int
    role: str
    network: str
    created_at: datetime
    expires_at: datetime
    used_at: datetime | None
    revoked_at: datetime | None


def holds_a_role() -> ColumnElement[bool]:
    """People who hold a role now."""
    return exists().where(roles.c.person == people.c.id, roles.c.revoked_at.is_(None))


def has_role(connection: Connection, person: int) -> bool:
    """True if this person holds a role now."""
    wanted = select(roles.c.id).where(roles.c.person == person, roles.c.revoked_at.is_(None)).limit(1)
    return connection.execute(wanted).scalar() is not None


def invite(connection: Connection, draw: Callable[[int], str], role: str, network: str, now: datetime) -> str:
    """A new code for a role, as people read it: shown once, and nowhere kept."""
    shown = drawn_code(draw)
    values = {"role": role, "network": network, "created_at": now, "expires_at": now + CODE_LIVES}
    connection.execute(codes.insert(), {**values, "hash": sealed(connection, draw, code_in(shown) or "")})
    record(connection, now, OPERATOR, network, f"invite-{role}")
    return shown


def sealed(connection: Connection, draw: Callable[[int], str], code: str) -> str:
    """What is to be kept of a new code."""
    secret = _secret(connection)
    if secret is None:
        secret = draw(_KEY_LENGTH)
        connection.execute(marks.insert(), {"name": _KEY, "value": secret})
    return _hash(secret, code)


def fingerprint(connection: Connection, code: str) -> str | None:
    """What is kept of a code; None when no code was ever made here."""
    secret = _secret(connection)
    return _hash(secret, code) if secret is not None else None


def _secret(connection: Connection) -> str | None:
    return connection.execute(select(marks.c.value).where(marks.c.name == _KEY)).scalar()


def _hash(secret: str, code: str) -> str:
    return hmac.new(secret.encode(), code.encode(), hashlib.sha256).hexdigest()


def record(connection: Connection, now: datetime, role: str, network: str, action: str, count: int = 1) -> None:
    """Add a use of a role to the journal; nothing there is ever changed."""
    connection.execute(_AUDIT, {"at": now, "role": role, "network": network, "action": action, "count": count})


def listed_roles(connection: Connection) -> tuple[Held, ...]:
    """Every role given, the oldest first."""
    return tuple(Held(*row) for row in connection.execute(select(*roles.c).order_by(roles.c.id)))


def listed_codes(connection: Connection) -> tuple[Code, ...]:
    """Every code made, the oldest first."""
    shown = [column for column in codes.c if column.name != "hash"]
    return tuple(Code(*row) for row in connection.execute(select(*shown).order_by(codes.c.id)))


def revoke_role(connection: Connection, id: int, now: datetime) -> bool:
    """Take a role back, at once; False if there is none of this number to take back."""
    return _revoke(connection, roles, id, now, roles.c.revoked_at.is_(None))


def revoke_code(connection: Connection, id: int, now: datetime) -> bool:
    """Make a code that was not used useless; False if there is none."""
    return _revoke(connection, codes, id, now, codes.c.revoked_at.is_(None) & codes.c.used_at.is_(None))


def _revoke(connection: Connection, table: Table, id: int, now: datetime, standing: ColumnElement[bool]) -> bool:
    taken = update(table).where(table.c.id == id, standing).values(revoked_at=now)
    row = connection.execute(taken.returning(table.c.role, table.c.network)).one_or_none()
    if row is None:
        return False
    record(connection, now, OPERATOR, row.network, f"revoke-{table.name}-{row.role}")
    return True
