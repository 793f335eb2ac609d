"""What passes between members, as rows: what still stands, the words passed on, and what goes with a person."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Table,
    and_,
    bindparam,
    delete,
    exists,
    false,
    func,
    not_,
    or_,
    select,
    update,
)

from handlers.consent import COMMUNITY
from handlers.meetings import (
    ANSWERED_IN,
    ASKED,
    CLOSED,
    EXPIRED,
    OPEN,
    RECORD_KEPT,
    REFUSED,
    REPORT_KEPT,
    STOPPED,
    choice_id,
)
from handlers.messages import Address, Choice, Reply
from storage import outbox
from storage.outbox import WORDS, OutboxRow
from storage.purposes import agrees
from storage.reach import best_address
from storage.tables import addresses, blocks, consents, in_states, introductions, memberships, people, reports
from storage.tables import outbox as ledger

MEMBER = "member"
_KIND = "notice"
_NOBODY = "nobody-receives"
_CURRENT = (ASKED, REFUSED, OPEN, STOPPED)


def key_of(introduction: int, number: int) -> str:
    """What names for ever the words `number` of an introduction."""
    return f"{WORDS}{introduction}/{number}"


def numbers_in(key: str) -> tuple[int, int] | None:
    """The introduction and the number of the words that a key names."""
    found = re.fullmatch(rf"{WORDS}(\d+)/(\d+)", key, re.ASCII)
    return (int(found[1]), int(found[2])) if found else None


def passed_on() -> ColumnElement[bool]:
    """Rows of the ledger that carry words from one member to another."""
    return ledger.c.key.startswith(WORDS, autoescape=True)


def in_community(person: Any, community: Any) -> ColumnElement[bool]:
    """True of someone who is a member, heard, and whose last word on being one is yes."""
    latest = select(consents.c.granted).where(consents.c.person == person, consents.c.purpose == COMMUNITY)
    yes = func.coalesce(latest.order_by(consents.c.id.desc()).limit(1).scalar_subquery(), false())
    there = (memberships.c.person == person, memberships.c.community == community, memberships.c.state == MEMBER)
    return and_(exists().where(*there), yes)


def refuses(person: Any, other: Any) -> ColumnElement[bool]:
    """True if a person receives nothing from another."""
    return exists().where(blocks.c.person == person, blocks.c.other == other)


def stands() -> ColumnElement[bool]:
    """True of an introduction whose both sides are still members, and receive from each other."""
    one, other, where = introductions.c.asker, introductions.c.asked, introductions.c.community
    here = and_(in_community(one, where), in_community(other, where))
    return and_(here, not_(refuses(one, other)), not_(refuses(other, one)))


_BEST = (
    select(addresses.c.id, addresses.c.channel, addresses.c.peer)
    .select_from(people)
    .join(addresses, addresses.c.id == best_address())
    .where(people.c.id == bindparam("person"))
)


def tell(
    connection: Connection,
    introduction: int,
    person: int,
    text: str,
    buttons: Sequence[tuple[str, str]],
    now: datetime,
    *,
    due: datetime,
    about: int | None = None,
    at_once: bool = False,
) -> tuple[OutboxRow, ...]:
    """Owe these words of an introduction to one of its sides; returns what is to be handed over, if it is `at_once`."""
    there = connection.execute(_BEST, {"person": person}).one_or_none()
    counted = update(introductions).where(introductions.c.id == introduction).values(words=introductions.c.words + 1)
    number = connection.execute(counted.returning(introductions.c.words)).scalar_one()
    if there is None or not agrees(connection, person, COMMUNITY):
        return ()
    choices = tuple(Choice(choice_id(step, f"{introduction}.{number}"), label) for step, label in buttons)
    row = OutboxRow(key_of(introduction, number), _KIND, Address(there.channel, there.peer), Reply(text, choices), now)
    state = "sending" if at_once and due <= now else "queued"
    outbox.insert(connection, [row], person=person, address=there.id, state=state, due_at=due, about=about)
    return (row,) if state == "sending" else ()


def recall(connection: Connection, receiver: int, introduction: int, now: datetime, reason: str = _NOBODY) -> None:
    """What was still to be passed on to one side is not."""
    mine = (ledger.c.person == receiver, ledger.c.key.startswith(f"{WORDS}{introduction}/", autoescape=True))
    cancelled = {"state": "cancelled", "reason": reason, "settled_at": now, "leased_until": None, "body": None}
    connection.execute(update(ledger).where(*mine, in_states("queued")).values(cancelled))


def recall_from_leavers(connection: Connection, now: datetime) -> None:
    """What waits for the morning is not passed on to someone who left the community meanwhile."""
    waiting = select(ledger.c.key, ledger.c.person).where(in_states("queued", "sending"), ledger.c.state == "queued")
    for row in connection.execute(waiting.where(passed_on(), ledger.c.person.is_not(None))).all():
        numbers = numbers_in(row.key)
        wanted = select(introductions.c.community).where(introductions.c.id == (numbers or (0, 0))[0])
        community = connection.execute(wanted).scalar()
        if numbers is not None and (community is None or not is_in(connection, row.person, community)):
            recall(connection, row.person, numbers[0], now)


def was_read(connection: Connection, introduction: int, person: int) -> bool:
    """True if something of an introduction has left for one side."""
    mine = (ledger.c.person == person, ledger.c.key.startswith(f"{WORDS}{introduction}/", autoescape=True))
    return (
        connection.execute(select(ledger.c.id).where(*mine, ~in_states("queued", "cancelled")).limit(1)).scalar()
        is not None
    )


def is_in(connection: Connection, person: int, community: str) -> bool:
    """True of a member, heard, who said yes."""
    return bool(connection.execute(select(in_community(person, community))).scalar())


def between(one: int, other: int) -> ColumnElement[bool]:
    """Introductions of these two."""
    asker, asked = introductions.c.asker, introductions.c.asked
    return or_(and_(asker == one, asked == other), and_(asker == other, asked == one))


def of(person: int) -> ColumnElement[bool]:
    """Introductions of this person."""
    return or_(introductions.c.asker == person, introductions.c.asked == person)


def forget(connection: Connection, person: int, now: datetime) -> None:
    """Before a person is erased: their words in notes and in reports go with them. What others were to read of
    them goes by the ledger; what stays of an introduction is that it was."""
    alone = func.coalesce(introductions.c.asker, person) == func.coalesce(introductions.c.asked, person)
    connection.execute(delete(introductions).where(of(person), alone))
    connection.execute(update(introductions).where(of(person)).values(note=""))
    about = update(reports).where(reports.c.about == person)
    connection.execute(about.values(body=None, closed_at=func.coalesce(reports.c.closed_at, now)))


def join(connection: Connection, kept: int, gone: int) -> None:
    """What was between members and one of two people is of the one who stays; nothing was between these two."""
    connection.execute(delete(introductions).where(between(kept, gone)))
    for column in (introductions.c.asker, introductions.c.asked):
        connection.execute(update(introductions).where(column == gone).values({column.name: kept}))
    for column in (reports.c.reporter, reports.c.about):
        connection.execute(update(reports).where(column == gone).values({column.name: kept}))
    refused = select(blocks).where(or_(blocks.c.person == gone, blocks.c.other == gone))
    for row in connection.execute(refused).all():
        connection.execute(delete(blocks).where(blocks.c.person == row.person, blocks.c.other == row.other))
        one, other = (kept if each == gone else each for each in (row.person, row.other))
        block(connection, one, other, row.at)


def block(connection: Connection, person: int, other: int, at: datetime) -> None:
    """A person receives nothing from another; said twice, it is once."""
    if person == other or connection.execute(select(refuses(person, other))).scalar():
        return
    connection.execute(blocks.insert(), {"person": person, "other": other, "at": at})


def kept_long_enough(now: datetime) -> dict[str, tuple[Table, ColumnElement[bool]]]:
    """What is over and goes: records without a text."""
    noted = and_(reports.c.body.is_(None), reports.c.at <= now - RECORD_KEPT)
    over = and_(introductions.c.state.in_((EXPIRED, CLOSED)), introductions.c.asked_at <= now - RECORD_KEPT)
    return {"reports": (reports, noted), "introductions": (introductions, over)}


def worded_too_long(now: datetime) -> ColumnElement[bool]:
    """Reports whose text goes, answered or not."""
    return and_(reports.c.body.is_not(None), reports.c.at <= now - REPORT_KEPT)


def unword(connection: Connection, now: datetime, limit: int) -> int:
    """Erase a slice of these texts; returns how many."""
    old = select(reports.c.id).where(worded_too_long(now)).limit(limit)
    return connection.execute(update(reports).where(reports.c.id.in_(old)).values(body=None)).rowcount


def settle(
    connection: Connection, id: int, before: Sequence[str], state: str, now: datetime, *, by: int | None = None
) -> bool:
    """An introduction goes from one of these states to another; its note is no longer needed. False if it was not."""
    wanted = update(introductions).where(introductions.c.id == id, introductions.c.state.in_(before))
    if by is not None:
        wanted = wanted.where(of(by))
    values: dict[str, object] = {"state": state, "note": "", "settled_at": now}
    if state == OPEN:
        values["last_at"] = now
    return connection.execute(wanted.values(values)).rowcount == 1


def unanswered(now: datetime) -> ColumnElement[bool]:
    """Asked long enough ago, whether nobody answered or the answer was no."""
    return and_(introductions.c.state.in_((ASKED, REFUSED)), introductions.c.asked_at <= now - ANSWERED_IN)


def silent(now: datetime, silence: timedelta) -> ColumnElement[bool]:
    """Open, or so it seems, and nobody wrote for long."""
    return and_(introductions.c.state.in_((OPEN, STOPPED)), introductions.c.last_at <= now - silence)


def parted() -> ColumnElement[bool]:
    """One of the two left, is silenced, or was erased; of those only asked: who asked."""
    asker, asked, where = introductions.c.asker, introductions.c.asked, introductions.c.community
    either = and_(introductions.c.state == OPEN, not_(and_(in_community(asker, where), in_community(asked, where))))
    alone = and_(introductions.c.state == STOPPED, or_(asker.is_(None), asked.is_(None)))
    return or_(either, alone, and_(introductions.c.state == ASKED, not_(in_community(asker, where))))


def current() -> ColumnElement[bool]:
    """Those of the small index: what is over is never looked at."""
    return introductions.c.state.in_(_CURRENT)
