"""What holders ask of people, as rows: the moves of one request, and what goes with it."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, or_, select, update

from handlers.effects_requests import AnswerRequest, AskRequestAgain, PassRequestOn
from handlers.requests import CURRENT, OPEN, OVER, RECORD_KEPT, REFUSED
from storage import refusals
from storage.resting import look_again
from storage.tables import in_states, people, requests
from storage.tables import outbox as ledger

KEY = "request/"
"""First word of the keys of what is told of a request; asked for, so it needs no yes."""
TOLD = (KEY, "review/")
"""Begin the keys of what may be answered days later: it is not erased with the replies of the day."""
_ANSWERED = (KEY, "talk/")
"""Begin the keys of what a network says to holders."""
_OWED = ("queued", "sending")
_DATED = "dated."
"""Begins what names, in a key, that a rendez-vous got its date and its place."""
OVER_NOW = "request-over"
"""Why a row about a request that is over is not sent."""


def key_of(request: int, what: str, person: int) -> str:
    """What names for ever one thing told to someone about a request."""
    return f"{KEY}{request}/{what}/{person}"


def asks_people() -> ColumnElement[bool]:
    """People who ask something of somebody, or did a few days ago, so that the answer reaches them; in a query over
    `people`."""
    return exists().where(requests.c.person == people.c.id)


def answer(connection: Connection, effect: AnswerRequest, now: datetime) -> None:
    """A word of the network."""
    over = effect.state in OVER
    values: dict[str, Any] = {"state": effect.state, "reason": effect.reason, "answered_at": now, "waiting_at": None}
    if effect.visit_wall is not None:
        values |= {"visit_at": effect.visit_at, "visit_wall": effect.visit_wall, "reminded_at": None}
        unremind(connection, effect.id, now)
    if effect.place is not None:
        values["place"] = effect.place
    _change(connection, effect.id, {**values, **({"body": None, "closed_at": now} if over else {})})
    if over:
        recall(connection, effect.id, now)
        _unword(connection, effect.id)
    if effect.state == REFUSED:
        refusals.note(connection, effect.id, now)


def ask_again(connection: Connection, effect: AskRequestAgain, now: datetime) -> None:
    """The holder waits from now on."""
    values: dict[str, Any] = {"state": OPEN, "waiting_at": now, "told_at": None}
    if effect.body is not None:
        values["body"] = effect.body
    if not effect.keeps_visit:
        values |= {"visit_at": None, "visit_wall": "", "place": ""}
        unremind(connection, effect.id, now)
    _change(connection, effect.id, values)


def pass_on(connection: Connection, effect: PassRequestOn, now: datetime) -> None:
    """Another network has it."""
    values = {"network": effect.network, "scheme": effect.scheme, "state": OPEN, "waiting_at": now, "told_at": None}
    values["reminded"] = 0
    recall(connection, effect.id, now)
    _unword(connection, effect.id)
    _change(connection, effect.id, {**values, "visit_at": None, "visit_wall": "", "place": "", "reason": ""})


def close(connection: Connection, id: int, state: str, reason: str, now: datetime) -> bool:
    """It is over; False if it was already."""
    recall(connection, id, now)
    unremind(connection, id, now)
    _unword(connection, id)
    return _change(
        connection, id, {"state": state, "reason": reason, "closed_at": now, "waiting_at": None, "body": None}
    )


def mark_told(connection: Connection, id: int, now: datetime) -> None:
    """The holder was told that nobody answered."""
    connection.execute(update(requests).where(requests.c.id == id).values(told_at=now))


def mark_reminded(connection: Connection, id: int, now: datetime) -> None:
    """Its rendez-vous was told of before its hour, or needs no reminder."""
    connection.execute(update(requests).where(requests.c.id == id).values(reminded_at=now))


def recall(connection: Connection, id: int, now: datetime) -> None:
    """What was still to be told to others than its holder about this request is not."""
    others = (ledger.c.about == requests.c.person, requests.c.id == id)
    _cancel(connection, f"{KEY}{id}/", now, exists().where(*others))


def unremind(connection: Connection, id: int, now: datetime) -> None:
    """The date of a rendez-vous does not hold any more: nobody is reminded of it."""
    _cancel(connection, f"{KEY}{id}/remind-", now)


def _cancel(connection: Connection, prefix: str, now: datetime, *which: ColumnElement[bool]) -> None:
    waits = (ledger.c.key.startswith(prefix, autoescape=True), in_states("queued"), *which)
    cancelled = {"state": "cancelled", "reason": OVER_NOW, "settled_at": now, "leased_until": None, "body": None}
    connection.execute(update(ledger).where(*waits).values(cancelled))


def _unword(connection: Connection, id: int) -> None:
    """It is over: those who answer have no more use for what its holder wrote to them."""
    mine = exists().where(ledger.c.about == requests.c.person, requests.c.id == id)
    told = (ledger.c.key.startswith(f"{KEY}{id}/", autoescape=True), ~in_states("queued", "sending"), mine)
    connection.execute(update(ledger).where(*told).values(body=None))


def _change(connection: Connection, id: int, values: dict[str, Any]) -> bool:
    still = (requests.c.id == id, requests.c.state.in_(CURRENT))
    changed = update(requests).where(*still).values({**values, "version": requests.c.version + 1})
    return connection.execute(changed).rowcount > 0


def join(connection: Connection, kept: int, gone: int) -> None:
    """What one asked, the other asked too."""
    connection.execute(update(requests).where(requests.c.person == gone).values(person=kept))
    refusals.join(connection, kept, gone)


def forget(connection: Connection, person: int) -> None:
    """Who answered for a network is erased: the places and the reasons that they wrote go from requests of others, and
    from what repeated them. An answer that has not left yet is owed to its holder, in the name of the network: it
    leaves, and nothing says any more who wrote it."""
    theirs = (ledger.c.about == person, or_(*(ledger.c.key.startswith(each, autoescape=True) for each in _ANSWERED)))
    columns = (ledger.c.id, ledger.c.key, ledger.c.person, ledger.c.state)
    for row in connection.execute(select(*columns).where(*theirs)).all():
        id, what = row.key.split("/")[1:3]
        if not id.isdecimal():
            continue
        _unanswer(connection, int(id), person, {"reason": ""})
        if what.startswith(_DATED):
            _unanswer(connection, int(id), person, {"place": ""})
            _unplace(connection, int(id))
        if row.state in _OWED and row.person not in (None, person) and _holds(connection, int(id), row.person):
            connection.execute(update(ledger).where(ledger.c.id == row.id).values(about=None))


def _unanswer(connection: Connection, id: int, person: int, values: dict[str, str]) -> None:
    connection.execute(update(requests).where(requests.c.id == id, requests.c.person != person).values(values))


def _unplace(connection: Connection, id: int) -> None:
    """No message that has left says any more where a rendez-vous was to be."""
    placed = [ledger.c.key.startswith(f"{KEY}{id}/{what}", autoescape=True) for what in (_DATED, "remind-")]
    connection.execute(update(ledger).where(or_(*placed), ~in_states("queued", "sending")).values(body=None))


def _holds(connection: Connection, id: int, person: int) -> bool:
    """True if a request is theirs."""
    mine = select(requests.c.id).where(requests.c.id == id, requests.c.person == person)
    return connection.execute(mine).scalar() is not None


def kept_long_enough(now: datetime) -> ColumnElement[bool]:
    """What a sweep erases."""
    return and_(requests.c.state.in_(OVER), requests.c.closed_at <= now - RECORD_KEPT)


def expire(connection: Connection, now: datetime, limit: int) -> int:
    """Erase a slice of what has been over for long enough. Nothing else may keep those people known: they are
    looked at again."""
    rows = connection.execute(select(requests.c.id, requests.c.person).where(kept_long_enough(now)).limit(limit)).all()
    if not rows:
        return 0
    look_again(connection, people.c.id.in_({row.person for row in rows}))
    return connection.execute(delete(requests).where(requests.c.id.in_([row.id for row in rows]))).rowcount
