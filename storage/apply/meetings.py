"""Introductions, words passed on, refusals and reports become rows; what no longer stands when it is written is not."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import Connection, delete, insert, select, update

from handlers.counted import INTRODUCED
from handlers.effects_intake import Count
from handlers.effects_meetings import (
    AskIntroduction,
    Block,
    CloseReport,
    MeetingEffect,
    PassOn,
    ReportMember,
    SettleIntroduction,
    Unblock,
    Words,
)
from handlers.meetings import ASKED, CLOSED, OPEN, REFUSED, STOPPED
from storage import meetings
from storage.apply.turn import Context
from storage.tables import blocks, introductions, reports
from storage.tallies import tally

_FROM = {
    OPEN: (ASKED, REFUSED),
    REFUSED: (ASKED,),
    STOPPED: (OPEN,),
    CLOSED: (ASKED, REFUSED, OPEN, STOPPED),
}
"""The states from which one goes to a state."""


def write(connection: Connection, context: Context, effect: MeetingEffect) -> None:
    """Write one step between two members."""
    if context.person is None:
        return
    match effect:
        case AskIntroduction():
            _ask(connection, context, context.person, effect)
        case SettleIntroduction():
            _settle(connection, context, context.person, effect)
        case PassOn():
            _pass_on(connection, context, context.person, effect)
        case Block():
            _block(connection, context, context.person, effect.other)
        case Unblock():
            mine = (blocks.c.person == context.person, blocks.c.other == effect.other)
            connection.execute(delete(blocks).where(*mine))
        case ReportMember():
            _report(connection, context, context.person, effect)
        case CloseReport():
            closed = {"closed_at": context.now, "body": None}
            connection.execute(update(reports).where(reports.c.id == effect.id).values(closed))
        case _:
            assert_never(effect)


def _ask(connection: Connection, context: Context, me: int, effect: AskIntroduction) -> None:
    values = {"community": effect.community, "asker": me, "asked": effect.other, "note": effect.note}
    asked = insert(introductions).values(**values, state=ASKED, asked_at=context.now, words=0)
    id = connection.execute(asked.returning(introductions.c.id)).scalar_one()
    _tell(connection, context, id, effect.said)


def _settle(connection: Connection, context: Context, me: int, effect: SettleIntroduction) -> None:
    if not meetings.settle(connection, effect.id, _FROM[effect.state], effect.state, context.now, by=me):
        return
    if effect.state == OPEN:
        tally(connection, context.now, context.zone, (Count(INTRODUCED),))
    if effect.state == CLOSED:
        # What was taken back before it was read is never read.
        other = _other(connection, effect.id, me)
        if other is not None:
            meetings.recall(connection, other, effect.id, context.now)
    if effect.said is not None:
        _tell(connection, context, effect.id, effect.said)


def _pass_on(connection: Connection, context: Context, me: int, effect: PassOn) -> None:
    open_ = (introductions.c.id == effect.id, introductions.c.state == OPEN, meetings.of(me))
    if connection.execute(update(introductions).where(*open_).values(last_at=context.now)).rowcount:
        _tell(connection, context, effect.id, effect.said)


def _tell(connection: Connection, context: Context, id: int, said: Words) -> None:
    """Nothing to who receives nothing from the person of the turn, even if that was written a moment ago."""
    me = context.person
    other = _other(connection, id, me) if me is not None else None
    if me is None or other is None or connection.execute(select(meetings.refuses(other, me))).scalar():
        return
    rows = meetings.tell(
        connection, id, other, said.text, said.buttons, context.now, due=said.due, about=me, at_once=True
    )
    context.rows.extend(rows)


def _other(connection: Connection, id: int, me: int) -> int | None:
    row = connection.execute(select(introductions).where(introductions.c.id == id)).one()
    return row.asked if row.asker == me else row.asker  # type: ignore[no-any-return]  # a number or nothing


def _block(connection: Connection, context: Context, me: int, other: int) -> None:
    """At once: what the other had on its way, or asked, goes no further; and they are told nothing."""
    meetings.block(connection, me, other, context.now)
    for row in connection.execute(select(introductions).where(meetings.between(me, other))).all():
        meetings.recall(connection, me, row.id, context.now)
        if row.asker == other:
            meetings.settle(connection, row.id, (ASKED,), REFUSED, context.now)
        else:
            meetings.settle(connection, row.id, (ASKED,), CLOSED, context.now)
            meetings.recall(connection, other, row.id, context.now)
        meetings.settle(connection, row.id, (OPEN,), STOPPED, context.now)


def _report(connection: Connection, context: Context, me: int, effect: ReportMember) -> None:
    values = {"community": effect.community, "reporter": me, "about": effect.other, "body": effect.body}
    connection.execute(insert(reports).values(**values, at=context.now))
