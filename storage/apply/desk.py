"""What those behind the bot decide becomes rows: codes, roles taken back, facts confirmed, sentences corrected."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import Connection, insert, update

from handlers.desk import ACCEPTED, REFUSED, REPLACED, WAITING
from handlers.effects_desk import Confirm, Decide, DeskEffect, Invite, Propose, Revoke
from handlers.roles import ADMIN, ANIMATOR
from storage.apply.turn import Context
from storage.roles import keep_code, number_of, record, revoke_role
from storage.tables import confirmations, corrections


def write(connection: Connection, context: Context, effect: DeskEffect) -> None:
    """Only for who holds the role that does this, as the rows are now: whatever the handler read."""
    if context.person is None:
        return
    if isinstance(effect, Confirm | Propose):
        by = number_of(connection, context.person, ANIMATOR, effect.network)
    else:
        by = number_of(connection, context.person, ADMIN)
    if by is None:
        return
    match effect:
        case Invite(role=role, network=network, code=code):
            keep_code(connection, context.draw, code, role, network, context.now)
            record(connection, context.now, ADMIN, network, f"invite-{role}", number=by)
        case Revoke(role=id):
            revoke_role(connection, id, context.now, by=ADMIN, number=by)
        case Confirm():
            _confirm(connection, context, effect, by)
        case Propose():
            _propose(connection, context, effect, by)
        case Decide():
            _decide(connection, context, effect, by)
        case _:
            assert_never(effect)


def _confirm(connection: Connection, context: Context, effect: Confirm, by: int) -> None:
    same = {"network": effect.network, "at": context.now, "number": by}
    for fact, digest in effect.facts:
        connection.execute(insert(confirmations), {**same, "fact": fact, "digest": digest})
    record(connection, context.now, ANIMATOR, effect.network, "confirm", len(effect.facts), number=by)


def _propose(connection: Connection, context: Context, effect: Propose, by: int) -> None:
    waits = (corrections.c.network == effect.network, corrections.c.part == effect.part, corrections.c.state == WAITING)
    connection.execute(update(corrections).where(*waits).values(state=REPLACED, settled_at=context.now))
    what = {"network": effect.network, "part": effect.part, "before": effect.before, "after": effect.after}
    asked = {"person": context.person, "asked_at": context.now, "asked_by": by, "state": WAITING, "reason": ""}
    connection.execute(insert(corrections), {**what, **asked})
    record(connection, context.now, ANIMATOR, effect.network, "correct", number=by)


def _decide(connection: Connection, context: Context, effect: Decide, by: int) -> None:
    """Once accepted the sentence is the pack's, and no longer anybody's."""
    settled = {"reason": effect.reason, "settled_at": context.now, "settled_by": by}
    settled |= {"state": ACCEPTED, "person": None} if effect.accepted else {"state": REFUSED}
    waits = (corrections.c.id == effect.correction, corrections.c.state == WAITING)
    if connection.execute(update(corrections).where(*waits).values(settled)).rowcount:
        action = "accept-correction" if effect.accepted else "refuse-correction"
        record(connection, context.now, ADMIN, "", action, number=by)
