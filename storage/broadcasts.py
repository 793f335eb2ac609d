"""Broadcasts as rows: whom a segment reaches, the snapshot of its people, and what became of each message."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    and_,
    case,
    delete,
    exists,
    func,
    insert,
    literal,
    or_,
    select,
    true,
    update,
)

from handlers.broadcasts import (
    BLOCKED,
    DONE,
    DRAFT,
    MUTED,
    NO_ADDRESS,
    NO_YES,
    PAUSED,
    SENDING,
    STOPPED,
    Audience,
    Broadcast,
    Segment,
)
from handlers.consent import COMMUNITY, GATHERINGS
from handlers.gatherings import SEATED
from storage.purposes import said_yes
from storage.reach import best_address
from storage.tables import (
    addresses,
    bookings,
    broadcasts,
    conversations,
    follows,
    memberships,
    people,
    profiles,
    recipients,
)
from storage.tables import outbox as ledger

INSIDE = ("member", "muted")
KEPT = timedelta(days=396)
"""After its end, the words of a broadcast and what it was are erased."""
DIGEST = "digest"
"""The reason of a row for someone who was written to enough this week (storage/held_back.py)."""
AGAIN = "sent-again"
"""The reason of an uncertain row after which another one was written."""


def subject_of(id: int) -> str:
    """What the ledger calls the messages of a broadcast."""
    return f"broadcast/{id}"


def key_of(id: int, person: int, segment: Segment) -> str:
    """The first word is the yes that it needs: that to gatherings, or for its members that to their community."""
    name = f"broadcast/{id}/{person}"
    return f"{COMMUNITY}/{name}" if segment.communities else name


def purpose_of(segment: Segment) -> str:
    """The yes without which nobody of a segment is written to."""
    return COMMUNITY if segment.communities else GATHERINGS


def segment_of(row: Any) -> Segment:
    """The segment that a row keeps."""
    held: dict[str, Any] = json.loads(row.segment)
    plain: dict[str, Any] = {name: tuple(each) if isinstance(each, list) else each for name, each in held.items()}
    return Segment(**plain)


def broadcast_of(connection: Connection, row: Any, person: int | None = None) -> Broadcast:
    """A row as handlers read it, with its sums."""
    rows = ledger.c.subject == subject_of(row.id)
    held = func.coalesce(func.sum(case((ledger.c.reason == DIGEST, 1), else_=0)), 0)
    counted = select(ledger.c.state, func.count(), held).where(rows).group_by(ledger.c.state)
    found = connection.execute(counted).all()
    states = {state: int(count) for state, count, _ in found}
    again = select(func.count()).where(rows, unknown()) if states.get("uncertain") else None
    left = select(func.count()).where(recipients.c.broadcast == row.id)
    spoken = select(conversations.c.language).where(conversations.c.person == row.author)
    return Broadcast(
        row.id,
        row.network,
        row.state,
        json.loads(row.texts),
        segment_of(row),
        row.gathering,
        row.link,
        row.confirmed_at,
        row.starts_at,
        row.began_at,
        row.finished_at,
        Audience(**json.loads(row.audience)),
        states,
        connection.execute(again).scalar_one() if again is not None else 0,
        0 if row.finished_at else connection.execute(left).scalar_one(),
        sum(int(count) for *_, count in found),
        person is not None and row.author == person,
        row.author,
        connection.execute(spoken).scalar() or "",
        row.enclosure,
        row.alt,
    )


def with_state(sent: Broadcast, state: str, now: datetime) -> Broadcast:
    """The same once it is over."""
    return replace(sent, state=state, finished_at=now)


def unknown() -> ColumnElement[bool]:
    """Rows of which nothing is known, and that were not written again."""
    here = and_(ledger.c.state == "uncertain", ledger.c.person.is_not(None))
    return and_(here, func.coalesce(ledger.c.reason, "") != AGAIN)


def who(segment: Segment, first: str) -> Select[Any]:
    """The people of a segment: number, language, channel, and why they are not written to (empty: they are).
    `first`: the language of those who have not chosen one."""
    best = best_address()
    there = addresses.alias("there")
    language = func.coalesce(func.nullif(conversations.c.language, ""), literal(first))
    muted = _inside(segment, "muted") if segment.communities else ~true()
    reachable = exists().where(addresses.c.person == people.c.id, addresses.c.private)
    reason = case(
        (~said_yes(purpose_of(segment)), NO_YES),
        (muted, MUTED),
        (there.c.id.is_not(None), ""),
        (reachable, BLOCKED),
        else_=NO_ADDRESS,
    )
    query = (
        select(people.c.id.label("person"), language.label("language"))
        .add_columns(func.coalesce(there.c.channel, "").label("channel"), reason.label("reason"))
        .select_from(people)
        .outerjoin(conversations, conversations.c.person == people.c.id)
        .outerjoin(there, there.c.id == best)
        .where(*_held(segment, language))
    )
    return query.where(there.c.channel.in_(segment.channels)) if segment.channels else query


def _held(segment: Segment, language: ColumnElement[str]) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if segment.follows:
        wanted.append(people.c.id.in_(select(follows.c.person).where(follows.c.subject.in_(segment.follows))))
    if segment.communities:
        wanted.append(_inside(segment, *INSIDE))
    if segment.coming_to is not None:
        coming = select(bookings.c.person).where(bookings.c.gathering == segment.coming_to)
        wanted.append(people.c.id.in_(coming.where(bookings.c.state == SEATED, bookings.c.person.is_not(None))))
    if segment.languages:
        wanted.append(language.in_(segment.languages))
    said = {"commune": segment.communes, "etape": segment.stages, "domains": segment.domains}
    cards = [_says(name, values) for name, values in said.items() if values]
    if cards:
        wanted.append(people.c.id.in_(select(profiles.c.person).where(*cards)))
    return wanted


def _inside(segment: Segment, *states: str) -> ColumnElement[bool]:
    there = (memberships.c.community.in_(segment.communities), memberships.c.state.in_(states))
    members = select(memberships.c.person).where(*there)
    if states == ("muted",):
        # Heard in one of several communities is heard.
        member = (memberships.c.community.in_(segment.communities), memberships.c.state == "member")
        return and_(people.c.id.in_(members), people.c.id.not_in(select(memberships.c.person).where(*member)))
    return people.c.id.in_(members)


def _says(name: str, values: tuple[str, ...]) -> ColumnElement[bool]:
    """Cards whose field holds one of these values, among others joined by spaces."""
    column = literal(" ") + profiles.c[name] + literal(" ")
    return or_(*(column.contains(f" {value} ", autoescape=True) for value in values))


def audience(connection: Connection, segment: Segment, first: str) -> Audience:
    """How many people a segment reaches now, and why not the others."""
    found = who(segment, first).subquery()
    columns = (found.c.reason, found.c.language, found.c.channel)
    rows = connection.execute(select(*columns, func.count()).group_by(*columns).order_by(*columns)).all()
    excluded: dict[str, int] = {}
    languages: dict[str, int] = {}
    channels: dict[str, int] = {}
    for reason, language, channel, count in rows:
        if reason:
            excluded[reason] = excluded.get(reason, 0) + int(count)
        else:
            languages[language] = languages.get(language, 0) + int(count)
            channels[channel] = channels.get(channel, 0) + int(count)
    return Audience(sum(languages.values()), excluded, languages, channels)


def keep(connection: Connection, values: Mapping[str, Any], segment: Segment, first: str) -> int:
    """Write a broadcast and the people it is for, who are those of the segment now; returns its number."""
    row = {**values, "segment": json.dumps(asdict(segment))}
    id = int(connection.execute(insert(broadcasts).values(row).returning(broadcasts.c.id)).scalar_one())
    found = who(segment, first).subquery()
    reached = select(literal(id), found.c.person, found.c.language).where(found.c.reason == "")
    connection.execute(insert(recipients).from_select(["broadcast", "person", "language"], reached))
    return id


def turn(connection: Connection, id: int, state: str, now: datetime) -> None:
    """A broadcast goes to another state: one row, which holds back at once all that waits (`is_held`); the scheduler
    does the rest. Taken back: nobody was written to, and nobody is."""
    values: dict[str, Any] = {"state": state}
    if state == DRAFT:
        values["finished_at"] = now
    connection.execute(update(broadcasts).where(broadcasts.c.id == id).values(values))


def send_again(connection: Connection, id: int) -> None:
    """It goes on, for those of whom nothing is known now."""
    last = select(func.max(ledger.c.id)).where(ledger.c.subject == subject_of(id)).scalar_subquery()
    done = update(broadcasts).where(broadcasts.c.id == id, broadcasts.c.state == DONE)
    connection.execute(done.values(state=SENDING, again_to=last, finished_at=None))


def cancel(connection: Connection, id: int, now: datetime, limit: int) -> int:
    """A slice of what still waits never leaves; how many."""
    cancelled = {"state": "cancelled", "reason": "stopped-by-network", "settled_at": now}
    some = select(ledger.c.id).where(*_waiting(id)).order_by(ledger.c.id).limit(limit)
    these = list(connection.execute(some).scalars())
    cancelling = update(ledger).where(ledger.c.id.in_(these), *_waiting(id))
    return connection.execute(cancelling.values(**cancelled, leased_until=None, body=None)).rowcount


def held_back(connection: Connection) -> tuple[str, ...]:
    """What the ledger calls the messages of those that were paused, or stopped: none of them leaves."""
    held = (broadcasts.c.finished_at.is_(None), broadcasts.c.state.in_((PAUSED, STOPPED)))
    return tuple(subject_of(id) for id in connection.execute(select(broadcasts.c.id).where(*held)).scalars())


def taken_back(connection: Connection) -> int | None:
    """One that was taken back, and whose people are still listed."""
    listed = select(recipients.c.broadcast).join(broadcasts, broadcasts.c.id == recipients.c.broadcast)
    return connection.execute(listed.where(broadcasts.c.state == DRAFT).limit(1)).scalar()


def unlist(connection: Connection, id: int, limit: int) -> None:
    """Forget a slice of the people that one was for."""
    some = select(recipients.c.person).where(recipients.c.broadcast == id).limit(limit)
    people_of = list(connection.execute(some).scalars())
    connection.execute(delete(recipients).where(recipients.c.broadcast == id, recipients.c.person.in_(people_of)))


def hold(connection: Connection, id: int, until: datetime) -> None:
    """What still waits leaves from an instant on; one who took it to send it, and has not begun, does not."""
    held = update(ledger).where(*_waiting(id), ledger.c.due_at != until)
    connection.execute(held.values(due_at=until, leased_until=None))


def _waiting(id: int) -> tuple[ColumnElement[bool], ...]:
    return (ledger.c.subject == subject_of(id), ledger.c.state == "queued")


def expire(connection: Connection, now: datetime, limit: int) -> int:
    """Erase a slice of those that were over long enough ago; returns how many."""
    old = select(broadcasts.c.id).where(old_enough(now)).limit(limit)
    return connection.execute(delete(broadcasts).where(broadcasts.c.id.in_(old))).rowcount


def old_enough(now: datetime) -> ColumnElement[bool]:
    """Broadcasts that were over long enough ago."""
    return broadcasts.c.finished_at <= now - KEPT
