"""A code gives its role once; wrong codes are counted; the use of a role is added to the journal."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select, update

from handlers.effects import Record, Redeem
from handlers.roles import GUESSING
from storage.apply.turn import Context
from storage.roles import number_of, record
from storage.tables import codes, guesses, roles


def redeem(connection: Connection, context: Context, effect: Redeem) -> None:
    """Use the code and give its role, or do nothing: the code is checked again as it is used."""
    if context.person is None:
        return
    still = (codes.c.used_at.is_(None), codes.c.revoked_at.is_(None), codes.c.expires_at > context.now)
    used = update(codes).where(codes.c.id == effect.code, *still).values(used_at=context.now)
    given = connection.execute(used.returning(codes.c.role, codes.c.network)).one_or_none()
    if given is None:
        return
    role = {"person": context.person, "role": given.role, "network": given.network}
    same = (roles.c[name] == value for name, value in role.items())
    if connection.execute(select(roles.c.id).where(*same, roles.c.revoked_at.is_(None))).scalar() is None:
        connection.execute(insert(roles), {**role, "granted_at": context.now})
    number = _number(connection, context, given.role, given.network)
    record(connection, context.now, given.role, given.network, "redeem", number=number)


def guess(connection: Connection, context: Context) -> None:
    """Count a wrong code; those too old to matter go."""
    if context.person is None:
        return
    old = guesses.c.at <= context.now - GUESSING
    connection.execute(delete(guesses).where(guesses.c.person == context.person, old))
    connection.execute(insert(guesses), {"person": context.person, "at": context.now})


def journal(connection: Connection, context: Context, effect: Record) -> None:
    """Add one line to the journal."""
    who = (effect.role, effect.network)
    number = _number(connection, context, *who)
    record(connection, context.now, *who, effect.action, effect.count, number=number)


def _number(connection: Connection, context: Context, role: str, network: str) -> int | None:
    return number_of(connection, context.person, role, network) if context.person is not None else None
