"""The records of finished orientations: what is written of them, what stays with the person, and until when."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from datetime import datetime
from functools import lru_cache

from sqlalchemy import ColumnElement, Connection, bindparam, delete, insert, null, select, update

from handlers import counted, weeks
from handlers.consent import STATISTICS
from handlers.effects_intake import TakeIn
from handlers.intake import VISIT, dropped
from storage.conversations import conversation_of
from storage.purposes import agrees
from storage.retention import Retention
from storage.tables import conversations, intake, people
from storage.tallies import add, tally

_ID = 20
COUNTED = tuple(column for column in intake.columns if column.name not in ("id", "revision", "holder"))
"""The columns that say to which figures a record adds, its week first."""
_INSERT = insert(intake)
_LAST = select(people.c.oriented_in).where(people.c.id == bindparam("person"))
_ORIENTED = update(people).where(people.c.id == bindparam("b_person")).values(oriented_in=bindparam("month"))


def take_in(connection: Connection, taken: TakeIn, person: int | None, week: str, draw: Callable[[int], str]) -> None:
    """A record of a finished orientation. What it says of the person before is yes or no, and the month of it is
    all that stays with them."""
    month = weeks.month_of(week)
    mine = taken.holder and person is not None
    before = connection.execute(_LAST, {"person": person}).scalar() if mine else None
    record = {
        "id": draw(_ID),
        "week": week,
        "late": taken.finished_week != week,
        "revision": taken.revision,
        "answers": _json(dict(taken.answers)),
        "doors": _json(list(taken.doors)),
        "unmatched": taken.unmatched,
        "holder": taken.holder,
        "first_ever": mine and before is None,
        "first_of_year": mine and (before is None or before[:4] != month[:4]),
        "first_of_month": mine and before != month,
    }
    connection.execute(_INSERT, record)
    if mine and before != month:
        connection.execute(_ORIENTED, {"b_person": person, "month": month})


def withdraw(connection: Connection, person: int) -> None:
    """The yes to statistics was taken back: what served only that goes. The records stay: they are nobody's."""
    connection.execute(update(people).where(people.c.id == person).values(oriented_in=null()))


def join(connection: Connection, kept: int, gone: int) -> None:
    """One person of two was counted last when either was; unless one of them had said no."""
    if not agrees(connection, kept, STATISTICS):
        withdraw(connection, kept)
        return
    months = select(people.c.oriented_in).where(people.c.id.in_((kept, gone)), people.c.oriented_in.is_not(None))
    last = max(connection.execute(months).scalars(), default=None)
    connection.execute(update(people).where(people.c.id == kept).values(oriented_in=last))


def drop(connection: Connection, who: Collection[int], now: datetime, zone: str) -> None:
    """Count the questions left by those whose answers are about to be erased by the clock."""
    if not who:
        return
    asked = select(conversations).where(conversations.c.person.in_(who), conversations.c.memo.contains(f'"{VISIT}"'))
    for row in connection.execute(asked).all():
        tally(connection, now, zone, dropped(conversation_of(row)))


def fold(connection: Connection, now: datetime, retention: Retention, limit: int) -> int:
    """Erase some of the records kept long enough: what each adds to the figures of its week stays as counters, so that
    these never change; that one person gave two answers together is forgotten."""
    old = connection.execute(select(intake.c.id, *COUNTED).where(too_old(now, retention)).limit(limit)).all()
    add(connection, Counter((week, *added) for _, week, *said in old for added in added_by(*said)))
    connection.execute(delete(intake).where(intake.c.id.in_([row.id for row in old])))
    return len(old)


def too_old(now: datetime, retention: Retention) -> ColumnElement[bool]:
    """Records kept long enough."""
    return intake.c.week < weeks.week_of(now - retention.intake, "UTC")


def added_by(
    late: bool, answers: str, doors: str, unmatched: str, ever: bool, year: bool, month: bool
) -> Iterator[tuple[str, str]]:
    """Each indicator to which a record adds one, with its category; what it holds is in the order of COUNTED."""
    yield from _said(answers, doors, unmatched)
    flags = (late, ever, year, month)
    names = (counted.LATE, counted.FIRST_EVER, counted.FIRST_OF_YEAR, counted.FIRST_OF_MONTH)
    yield from ((name, "") for name, holds in zip(names, flags, strict=True) if holds)


@lru_cache(maxsize=4096)
def _said(answers: str, doors: str, unmatched: str) -> tuple[tuple[str, str], ...]:
    given: dict[str, str] = json.loads(answers)
    found = [(counted.ORIENTATIONS, "")]
    for fact, value in given.items():
        found += [(f"{counted.ANSWER}{fact}", one) for one in value.split() or [counted.SKIPPED_ANSWER]]
    ranked: list[str] = json.loads(doors)
    found += [(counted.FIRST_DOOR, scheme) for scheme in ranked[:1]]
    found += [(counted.ANY_DOOR, scheme) for scheme in dict.fromkeys(ranked)]
    return (*found, (counted.UNMATCHED, unmatched)) if unmatched else tuple(found)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
