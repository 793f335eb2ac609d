"""Codes and the roles they give: made, listed, taken back. Only the hash of a code is kept."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Table, delete, exists, select, update

from handlers.roles import CODE_LIVES, Use, code_in, drawn_code
from storage.notes import noted
from storage.only_added_to import KEPT_DAYS
from storage.resting import holder_of, look_again
from storage.tables import audit, codes, marks, people, roles

OPERATOR = "operator"
"""The role in the journal of who acts from the machine itself."""

_KEY = "codes-key"
_KEY_LENGTH = 64
_AUDIT = audit.insert()
_ACTION, _SLICE = 40, 500


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
    keep_code(connection, draw, code_in(shown) or "", role, network, now)
    record(connection, now, OPERATOR, network, f"invite-{role}")
    return shown


def keep_code(
    connection: Connection, draw: Callable[[int], str], code: str, role: str, network: str, now: datetime
) -> None:
    """Keep the fingerprint of a code that gives this role."""
    values = {"role": role, "network": network, "created_at": now, "expires_at": now + CODE_LIVES}
    connection.execute(codes.insert(), {**values, "hash": sealed(connection, draw, code)})


def sealed(connection: Connection, draw: Callable[[int], str], code: str) -> str:
    """What is to be kept of a new code."""
    secret = noted(connection, _KEY)
    if secret is None:
        secret = draw(_KEY_LENGTH)
        connection.execute(marks.insert(), {"name": _KEY, "value": secret})
    return _hash(secret, code)


def fingerprint(connection: Connection, code: str) -> str | None:
    """What is kept of a code; None when no code was ever made here."""
    secret = noted(connection, _KEY)
    return _hash(secret, code) if secret is not None else None


def _hash(secret: str, code: str) -> str:
    return hmac.new(secret.encode(), code.encode(), hashlib.sha256).hexdigest()


def record(
    connection: Connection,
    now: datetime,
    role: str,
    network: str,
    action: str,
    count: int = 1,
    *,
    number: int | None = None,
) -> None:
    """Add a use of a role to the journal; nothing there is ever changed. `number`: that of the role; None for
    who acts from the machine itself."""
    values = {"at": now, "role": role, "network": network, "action": action[:_ACTION], "count": count}
    connection.execute(_AUDIT, {**values, "number": number})


def number_of(connection: Connection, person: int, role: str, network: str | None = None) -> int | None:
    """The number of a role that this person holds now; `network` None: wherever it holds."""
    wanted = select(roles.c.id).where(roles.c.person == person, roles.c.role == role, roles.c.revoked_at.is_(None))
    here = wanted if network is None else wanted.where(roles.c.network == network)
    return connection.execute(here.order_by(roles.c.id).limit(1)).scalar()


def journal(connection: Connection, before: int, limit: int) -> tuple[Use, ...]:
    """The last uses of roles, before one of them (0: of all), the last one first."""
    columns = (audit.c.id, audit.c.at, audit.c.role, audit.c.network, audit.c.action, audit.c.count, audit.c.number)
    wanted = select(*columns).order_by(audit.c.id.desc()).limit(limit)
    rows = connection.execute(wanted.where(audit.c.id < before) if before else wanted)
    return tuple(Use(*row) for row in rows)


def journal_too_old(now: datetime) -> ColumnElement[bool]:
    """The lines that a sweep lets go."""
    return audit.c.at <= now - timedelta(days=KEPT_DAYS)


def sweep_journal(connection: Connection, now: datetime) -> int:
    """Let a slice of the lines go that are more than a year old; that they went is a line itself."""
    limit = now - timedelta(days=KEPT_DAYS)
    oldest = connection.execute(select(audit.c.at).order_by(audit.c.id).limit(1)).scalar()
    if oldest is None or oldest > limit:
        return 0
    old = connection.execute(select(audit.c.id).where(journal_too_old(now)).limit(_SLICE)).scalars().all()
    # The guard of the table counts from its last line, which may be old: the new one comes first.
    record(connection, now, OPERATOR, "", "journal-swept", len(old))
    connection.execute(delete(audit).where(audit.c.id.in_(old)))
    return len(old)


def listed_roles(connection: Connection) -> tuple[Held, ...]:
    """Every role given, the oldest first."""
    return tuple(Held(*row) for row in connection.execute(select(*roles.c).order_by(roles.c.id)))


def listed_codes(connection: Connection) -> tuple[Code, ...]:
    """Every code made, the oldest first."""
    shown = [column for column in codes.c if column.name != "hash"]
    return tuple(Code(*row) for row in connection.execute(select(*shown).order_by(codes.c.id)))


def revoke_role(
    connection: Connection, id: int, now: datetime, *, by: str = OPERATOR, number: int | None = None
) -> bool:
    """Take a role back, at once; False if there is none of this number to take back. `by`: the role that does,
    of this `number`."""
    return _revoke(connection, roles, id, now, roles.c.revoked_at.is_(None), by, number)


def revoke_code(connection: Connection, id: int, now: datetime) -> bool:
    """Make a code that was not used useless; False if there is none."""
    return _revoke(connection, codes, id, now, codes.c.revoked_at.is_(None) & codes.c.used_at.is_(None))


def _revoke(
    connection: Connection,
    table: Table,
    id: int,
    now: datetime,
    standing: ColumnElement[bool],
    by: str = OPERATOR,
    number: int | None = None,
) -> bool:
    taken = update(table).where(table.c.id == id, standing).values(revoked_at=now)
    row = connection.execute(taken.returning(table.c.role, table.c.network)).one_or_none()
    if row is None:
        return False
    if table is roles:
        look_again(connection, holder_of(id))
    record(connection, now, by, row.network, f"revoke-{table.name}-{row.role}", number=number)
    return True
