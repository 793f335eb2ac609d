"""Who comes, waits, is there, and what one follows, become rows. The handler holds the hall."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, assert_never

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, func, insert, or_, select, update

from handlers.counted import CAME, COMING, RATED, USEFUL
from handlers.effects_gatherings import (
    Book,
    CheckIn,
    ChooseLeads,
    CloseCalls,
    Follow,
    MarkPresent,
    OfferSeats,
    SayUseful,
    Snooze,
    TakeOffer,
    Unbook,
)
from handlers.gatherings import LEFT, OFFERED, SEATED, WAITING
from handlers.reminders import FOUND_USEFUL
from storage.apply import attended
from storage.apply.turn import Context
from storage.gatherings import HOLDING
from storage.naming import unlist
from storage.tables import bookings, follows, gatherings, in_states, leads, snoozes
from storage.tables import outbox as ledger
from storage.told_last import told_of

OfBookings = OfferSeats | CloseCalls | TakeOffer | MarkPresent
OfPerson = Book | Unbook | CheckIn | SayUseful | Follow | ChooseLeads | Snooze


def write(connection: Connection, context: Context, effect: OfBookings | OfPerson) -> None:
    """Write one of these effects."""
    match effect:
        case OfferSeats():
            _offer(connection, context, effect)
        case CloseCalls():
            called = (bookings.c.state == WAITING, bookings.c.offered_until.is_not(None))
            here = (bookings.c.gathering == effect.gathering, *called, bookings.c.seats > effect.free)
            connection.execute(update(bookings).where(*here).values(offered_until=None))
        case TakeOffer():
            _take(connection, context, effect.booking)
        case MarkPresent():
            theirs = (bookings.c.gathering == effect.gathering, bookings.c.id.in_(effect.bookings))
            _there(connection, context, effect.gathering, theirs)
        case _:
            if context.person is not None:
                _of_person(connection, context, effect)


def _of_person(connection: Connection, context: Context, effect: OfPerson) -> None:
    match effect:
        case Book():
            _book(connection, context, effect)
        case Unbook():
            _free(connection, context, effect.gathering)
            _unlist(connection, context, effect.gathering)
            left = {"state": LEFT, "offered_until": None, "name": "", "needs": ""}
            _mine(connection, context, effect.gathering, left)
        case CheckIn():
            mine = (bookings.c.gathering == effect.gathering, bookings.c.person == context.person)
            _there(connection, context, effect.gathering, mine)
        case SayUseful():
            _useful(connection, context, effect)
        case Follow():
            _follow(connection, context, effect)
        case ChooseLeads():
            chosen = {"wanted": " ".join(effect.leads), "updated_at": context.now}
            connection.execute(delete(leads).where(leads.c.person == context.person))
            connection.execute(insert(leads).values(person=context.person, **chosen))
        case Snooze():
            again = {"person": context.person, "gathering": effect.gathering, "until": effect.until}
            connection.execute(insert(snoozes).values(again))
        case _:
            assert_never(effect)


def _book(connection: Connection, context: Context, effect: Book) -> None:
    """Who waits again keeps their rank, unless they had left or ask for more."""
    here = (bookings.c.gathering == effect.gathering, bookings.c.person == context.person)
    values = {
        "seats": effect.seats,
        "state": effect.state,
        "joins": effect.joins,
        "leaves": effect.leaves,
        "name": effect.name,
        "needs": effect.needs,
        "updated_at": context.now,
    }
    former = connection.execute(select(bookings.c.id, bookings.c.state, bookings.c.seats).where(*here)).one_or_none()
    told_now = told_of(connection.execute(select(gatherings).where(gatherings.c.id == effect.gathering)).one())
    asked_at = _last(connection, effect.gathering, context.now) if effect.state == WAITING else context.now
    if former is None:
        new = {"gathering": effect.gathering, "person": context.person, "asked_at": asked_at, "offers": 0}
        row = insert(bookings).values(**new, **values, useful="", **told_now).returning(bookings.c.id)
        id = connection.execute(row).scalar_one()
        if effect.state == SEATED:
            _pass(connection, id)
            attended.count(connection, context, effect.gathering, COMING)
        return
    again: dict[str, Any] = {} if former.state in HOLDING else {"asked_at": asked_at, "passed": 0, **told_now}
    goes_last = former.state == WAITING == effect.state and effect.seats > former.seats
    if goes_last:
        again = {"asked_at": asked_at, "passed": 0}
    had = former.state in (SEATED, OFFERED)
    if goes_last or (had and (effect.state == WAITING or effect.seats < former.seats)):
        _look(connection, context, effect.gathering)
    if former.state != effect.state:
        again["offered_until"] = None
    _unlist(connection, context, effect.gathering, effect.name)
    connection.execute(update(bookings).where(*here).values(**values, **again))
    if effect.state == SEATED and former.state in (WAITING, LEFT):
        _pass(connection, former.id)
    if effect.state == SEATED and former.state in (WAITING, OFFERED):
        attended.count(connection, context, effect.gathering, COMING)


def _last(connection: Connection, gathering: int, now: datetime) -> datetime:
    """Now, or right after the last of the list: lanes read the clock before they wait for the hall, and two may have
    read it at once."""
    waits = (bookings.c.gathering == gathering, bookings.c.state == WAITING)
    last = connection.execute(select(func.max(bookings.c.asked_at)).where(*waits)).scalar()
    return now if last is None or last < now else last + timedelta(microseconds=1)


def _pass(connection: Connection, id: int) -> None:
    """Who asked before this booking, and still waits, was passed by it."""
    mine = bookings.alias("mine")
    earlier = or_(
        bookings.c.asked_at < mine.c.asked_at, and_(bookings.c.asked_at == mine.c.asked_at, bookings.c.id < mine.c.id)
    )
    where = select(mine.c.gathering).where(mine.c.id == id).scalar_subquery()
    waits = (bookings.c.gathering == where, bookings.c.state == WAITING)
    passed = update(bookings).where(*waits, exists().where(mine.c.id == id, earlier))
    connection.execute(passed.values(passed=bookings.c.passed + 1))


def _free(connection: Connection, context: Context, gathering: int) -> None:
    """If the person of the turn held seats, or seats were kept for them, others may have them; an offer that has not
    left never does."""
    unsaid = (ledger.c.person == context.person, in_states("queued"), ledger.c.key.startswith(f"seat/{gathering}/"))
    gone = {"state": "cancelled", "reason": "left", "settled_at": context.now, "leased_until": None, "body": None}
    connection.execute(update(ledger).where(*unsaid).values(gone))
    held = (bookings.c.person == context.person, bookings.c.state.in_(HOLDING))
    found = select(bookings.c.id).where(bookings.c.gathering == gathering, *held)
    if connection.execute(found).scalar() is not None:
        _look(connection, context, gathering)


def _unlist(connection: Connection, context: Context, gathering: int, still: str = "") -> None:
    """A name that is on the list no more, where it was read."""
    here = (bookings.c.gathering == gathering, bookings.c.person == context.person)
    gone = select(bookings.c.name).where(*here, bookings.c.name.not_in(("", still)))
    if (name := connection.execute(gone).scalar()) is not None:
        unlist(connection, [name])


def _look(connection: Connection, context: Context, gathering: int) -> None:
    connection.execute(update(gatherings).where(gatherings.c.id == gathering).values(freed_at=context.now))


def _offer(connection: Connection, context: Context, effect: OfferSeats) -> None:
    held = {"state": OFFERED} if effect.held else {}
    values = {"offered_until": effect.until, "offers": bookings.c.offers + 1, **held}
    _turn(connection, context, effect.booking, WAITING, values)
    if effect.held:
        _pass(connection, effect.booking)


def _take(connection: Connection, context: Context, booking: int) -> None:
    if _turn(connection, context, booking, OFFERED, {"state": SEATED, "offered_until": None}):
        where = select(bookings.c.gathering).where(bookings.c.id == booking)
        attended.count(connection, context, connection.execute(where).scalar_one(), COMING)


def _there(connection: Connection, context: Context, gathering: int, who: tuple[ColumnElement[bool], ...]) -> None:
    """Each is there once, since the first time that it was said."""
    came = update(bookings).where(*who, bookings.c.checked_in_at.is_(None))
    new = connection.execute(came.values(checked_in_at=context.now, updated_at=context.now)).rowcount
    attended.count(connection, context, gathering, CAME, new)


def _useful(connection: Connection, context: Context, effect: SayUseful) -> None:
    here = (bookings.c.gathering == effect.gathering, bookings.c.person == context.person)
    before = connection.execute(select(bookings.c.useful).where(*here)).scalar()
    _mine(connection, context, effect.gathering, {"useful": effect.answer})
    # Who changes their mind is not counted again: what was counted holds nobody, and nothing is taken from it.
    if before == "":
        attended.count(connection, context, effect.gathering, RATED)
        attended.count(connection, context, effect.gathering, USEFUL, int(effect.answer == FOUND_USEFUL))


def _mine(connection: Connection, context: Context, gathering: int, values: dict[str, Any]) -> None:
    here = (bookings.c.gathering == gathering, bookings.c.person == context.person)
    connection.execute(update(bookings).where(*here).values(**values, updated_at=context.now))


def _turn(connection: Connection, context: Context, booking: int, state: str, values: dict[str, Any]) -> int:
    here = (bookings.c.id == booking, bookings.c.state == state)
    return connection.execute(update(bookings).where(*here).values(**values, updated_at=context.now)).rowcount


def _follow(connection: Connection, context: Context, effect: Follow) -> None:
    here = (follows.c.person == context.person, follows.c.subject == effect.subject)
    connection.execute(delete(follows).where(*here))
    if effect.follows:
        new = {"person": context.person, "subject": effect.subject, "since": context.now}
        connection.execute(insert(follows).values(new))
