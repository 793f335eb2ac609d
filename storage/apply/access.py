"""What those who read the summary decide becomes rows: a link that opens it once, each Monday or no longer."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import Connection, select

from handlers.access import LINK_LIVES
from handlers.effects_access import AccessEffect, AskSummary, OpenBilan, ReadMondays
from storage import mondays, one_time
from storage.apply.turn import Context
from storage.one_time import Reader
from storage.tables import people


def write(connection: Connection, context: Context, effect: AccessEffect) -> None:
    """Only for who may read it, as the rows are now; anyone may stop reading."""
    person, now = context.person, context.now
    if person is None or not (_may(connection, person) or effect == ReadMondays(wants=False)):
        return
    match effect:
        case OpenBilan(key=key):
            one_time.keep(connection, context.draw, key, Reader(person), now + LINK_LIVES)
        case ReadMondays(wants=wants):
            mondays.want(connection, person, since=now if wants else None)
        case AskSummary():
            mondays.want(connection, person, asked_at=now)
        case _:
            assert_never(effect)


def _may(connection: Connection, person: int) -> bool:
    wanted = select(people.c.id).where(people.c.id == person, mondays.may())
    return connection.execute(wanted).scalar() is not None
