"""Broadcasts that are not over, and their next rows of the ledger: a slice of people each time, each person once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, delete, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from handlers.broadcasts import MUTED, NO_ADDRESS, SLICE, STOPPED, Broadcast
from handlers.messages import Address, Reply
from handlers.reminders import MOST_WEEKLY
from storage import broadcasts as kept
from storage import outbox
from storage.blocked import BLOCKED
from storage.outbox import OutboxRow, packed
from storage.purposes import STOPPED as YES_TAKEN_BACK
from storage.purposes import said_yes
from storage.reach import best_address
from storage.tables import addresses, broadcasts, conversations, memberships, people, recipients, roles
from storage.tables import outbox as ledger
from storage.tellings import unasked

KIND = "broadcast"
STOPPED_BY_NETWORK = "stopped-by-network"
Words = Callable[[str], Reply]

_UNFINISHED = (
    select(broadcasts).where(broadcasts.c.finished_at.is_(None)).order_by(broadcasts.c.starts_at, broadcasts.c.id)
)


def unfinished(connection: Connection) -> tuple[Broadcast, ...]:
    """All that are not over, the first one first, with their sums."""
    return tuple(kept.broadcast_of(connection, row) for row in connection.execute(_UNFINISHED).all())


def starts(connection: Connection) -> Sequence[Any]:
    """State and hour of each that is not over."""
    columns = (broadcasts.c.state, broadcasts.c.starts_at)
    return connection.execute(_UNFINISHED.with_only_columns(*columns)).all()


def locked(connection: Connection, id: int) -> bool:
    """True if it is ours to carry on; another process that does is not waited for."""
    wanted = select(broadcasts.c.id).where(broadcasts.c.id == id, broadcasts.c.finished_at.is_(None))
    return connection.execute(wanted.with_for_update(skip_locked=True)).scalar() is not None


def move(connection: Connection, id: int, **values: Any) -> None:
    """Write what became of it."""
    connection.execute(update(broadcasts).where(broadcasts.c.id == id).values(values))


def write_next(connection: Connection, sent: Broadcast, words: Words, now: datetime, week: datetime) -> int:
    """Make the rows of the next people; how many people were looked at. Whoever took back their yes, cannot be
    reached any more, or was written to enough since the beginning of the `week`, has a row too, which says so; after
    a stop nobody is written to."""
    found = connection.execute(_next(sent)).all()
    spoken = {language: packed(words(language)) for language in {row.language for row in found}}
    # Two people who became one since were told once.
    enough = _enough(connection, sent, [row.person for row in found], week)
    rows = [_row(sent, row, spoken, now, enough) for row in found if not row.told]
    _insert(connection, rows)
    done = [row.person for row in found]
    if done:
        mine = (recipients.c.broadcast == sent.id, recipients.c.person.in_(done))
        connection.execute(delete(recipients).where(*mine))
    return len(done)


def _next(sent: Broadcast) -> Any:
    there, told = addresses.alias("there"), ledger.alias("told")
    reachable = exists().where(addresses.c.person == people.c.id, addresses.c.private)
    inside = (memberships.c.person == people.c.id, memberships.c.community.in_(sent.segment.communities))
    member = exists().where(*inside, memberships.c.state == "member")
    silenced = exists().where(*inside, memberships.c.state == "muted")
    columns = [
        recipients.c.person,
        recipients.c.language,
        there.c.id.label("address"),
        there.c.channel,
        said_yes(kept.purpose_of(sent.segment)).label("yes"),
        reachable.label("reachable"),
        exists().where(told.c.person == people.c.id, told.c.subject == kept.subject_of(sent.id)).label("told"),
    ]
    if sent.segment.communities:
        columns += [member.label("member"), silenced.label("silenced")]
    query = select(*columns).select_from(recipients).join(people, people.c.id == recipients.c.person)
    query = query.outerjoin(there, there.c.id == best_address()).where(recipients.c.broadcast == sent.id)
    return query.order_by(recipients.c.person).limit(SLICE)


def _enough(connection: Connection, sent: Broadcast, persons: Sequence[int], week: datetime) -> Collection[int]:
    """Those who were written to enough; who comes to a gathering is told what they have to know of it."""
    if sent.segment.coming_to is not None:
        return ()
    return {each for each, count in unasked(connection, persons, week).items() if count >= MOST_WEEKLY}


def _row(
    sent: Broadcast, row: Any, spoken: Mapping[str, str], now: datetime, enough: Collection[int]
) -> dict[str, Any]:
    reason = _reason(sent, row) or (kept.DIGEST if row.person in enough else None)
    state = "cancelled" if reason == STOPPED_BY_NETWORK else "skipped" if reason else "queued"
    values = {
        "key": kept.key_of(sent.id, row.person, sent.segment),
        "kind": KIND,
        "person": row.person,
        "address": row.address,
        "state": state,
        "due_at": now,
        "body": spoken[row.language] if state == "queued" else None,
        "via": row.channel or "",
        "attempts": 0,
        "created_at": now,
        "subject": kept.subject_of(sent.id),
    }
    return {**values, "reason": reason, "settled_at": now if reason else None}


def _reason(sent: Broadcast, row: Any) -> str | None:
    if sent.state == STOPPED:
        return STOPPED_BY_NETWORK
    if not row.yes:
        return YES_TAKEN_BACK
    if sent.segment.communities and not row.member:
        return MUTED if row.silenced else YES_TAKEN_BACK
    if row.address is None:
        return BLOCKED if row.reachable else NO_ADDRESS
    return None


def _insert(connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    dialect = postgresql if connection.dialect.name == "postgresql" else sqlite
    if rows:
        connection.execute(dialect.insert(ledger).on_conflict_do_nothing(index_elements=["key"]), rows)


def write_again(connection: Connection, sent: Broadcast, upto: int, words: Words, now: datetime) -> int:
    """Make another row for the next people of whom nothing was known when it was asked; how many there were."""
    there = addresses.alias("there")
    wanted = (ledger.c.subject == kept.subject_of(sent.id), kept.unknown(), ledger.c.id <= upto)
    spoken = select(conversations.c.language).where(conversations.c.person == ledger.c.person).scalar_subquery()
    query = select(ledger.c.id, ledger.c.key, ledger.c.person, there.c.id.label("address"), there.c.channel)
    query = query.add_columns(func.coalesce(spoken, "").label("language")).join(people, people.c.id == ledger.c.person)
    query = query.outerjoin(there, there.c.id == best_address()).where(*wanted).order_by(ledger.c.id).limit(SLICE)
    found = connection.execute(query).all()
    rows = [_copy(sent, row, words, now) for row in found]
    _insert(connection, rows)
    done = update(ledger).where(ledger.c.id.in_([row.id for row in found]))
    connection.execute(done.values(reason=kept.AGAIN))
    return len(found)


def _copy(sent: Broadcast, row: Any, words: Words, now: datetime) -> dict[str, Any]:
    reason = BLOCKED if row.address is None else None
    key = kept.key_of(sent.id, row.person, sent.segment)
    number = int(row.key.removeprefix(f"{key}/")) + 1 if row.key.startswith(f"{key}/") else 2
    values = {"key": f"{key}/{number}", "kind": KIND, "person": row.person, "address": row.address, "attempts": 0}
    values |= {"state": "skipped" if reason else "queued", "reason": reason, "settled_at": now if reason else None}
    body = None if reason else packed(words(row.language))
    return {**values, "due_at": now, "body": body, "via": row.channel or "", "created_at": now} | {
        "subject": kept.subject_of(sent.id)
    }


def again_to(connection: Connection, id: int) -> int | None:
    """The last message there was when it was asked to send again to those of whom nothing is known."""
    return connection.execute(select(broadcasts.c.again_to).where(broadcasts.c.id == id)).scalar()


def left_again(connection: Connection, id: int) -> bool:
    """True while some of those of whom nothing was known then have no other row."""
    upto = again_to(connection, id)
    if upto is None:
        return False
    wanted = (ledger.c.subject == kept.subject_of(id), kept.unknown(), ledger.c.id <= upto)
    return connection.execute(select(ledger.c.id).where(*wanted).limit(1)).scalar() is not None


def tell_author(connection: Connection, sent: Broadcast, reply: Reply, now: datetime) -> None:
    """Tell who sent it, where they are best reached, if they still animate its network; a message replaces the
    former one if `reply` says so by any name."""
    if sent.author is None or not _animates(connection, sent.author, sent.network):
        return
    found = select(addresses.c.id, addresses.c.channel, addresses.c.peer).select_from(people)
    found = found.join(addresses, addresses.c.id == best_address()).where(people.c.id == sent.author)
    there = connection.execute(found).one_or_none()
    number = connection.execute(select(broadcasts.c.told).where(broadcasts.c.id == sent.id)).scalar_one()
    if there is None:
        return
    key = f"progress/{sent.id}/{number}"
    row = OutboxRow(key, "notice", Address(there.channel, there.peer), reply, now)
    outbox.insert(connection, [row], person=sent.author, address=there.id, state="queued")
    move(connection, sent.id, told=number + 1, told_at=now)


def told(connection: Connection, id: int) -> tuple[str | None, datetime | None]:
    """The first message told of it that has arrived, to be replaced, and when the last one was written."""
    at = connection.execute(select(broadcasts.c.told_at).where(broadcasts.c.id == id)).scalar()
    key = f"progress/{id}/0"
    arrived = select(ledger.c.key).where(ledger.c.key == key, ledger.c.state.in_(("sent", "late")))
    return connection.execute(arrived).scalar(), at


def _animates(connection: Connection, person: int, network: str) -> bool:
    held = (roles.c.person == person, roles.c.role == "animator", roles.c.network == network)
    return connection.execute(select(roles.c.id).where(*held, roles.c.revoked_at.is_(None))).scalar() is not None
