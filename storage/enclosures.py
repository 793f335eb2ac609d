"""Pictures and files that go with broadcasts: kept for as long as somebody may read the message, then erased."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, and_, delete, insert, or_, select, update

from handlers.broadcast_words import NAME
from handlers.messages import Address
from handlers.roles import ANIMATOR
from storage.tables import addresses, broadcasts, conversations, enclosures, roles

UNSENT = timedelta(days=7)
"""For how long a file waits for the confirmation of its message."""
READ = timedelta(days=30)
"""For how long one is kept once its broadcast is over."""
_MOST_WAITING = 5
"""Files of one person that go with no message yet: the oldest make room."""

_AT_ONCE = 10
"""Erased in one transaction: each of them may be large."""


def awaited(connection: Connection, at: Address) -> int | None:
    """The person there, if they write a message to many at this moment."""
    held = (roles.c.person == addresses.c.person, roles.c.role == ANIMATOR, roles.c.revoked_at.is_(None))
    here = (addresses.c.channel == at.channel, addresses.c.peer == at.peer, addresses.c.private)
    found = select(addresses.c.person).join(conversations, conversations.c.person == addresses.c.person)
    found = found.join(roles, and_(*held)).where(*here, conversations.c.dialogue == NAME, conversations.c.step != "")
    return connection.execute(found.limit(1)).scalar()


def keep(connection: Connection, person: int, form: str, content: bytes, now: datetime) -> str:
    """Keep a file; what names it."""
    waiting = select(enclosures.c.id).where(enclosures.c.person == person, enclosures.c.broadcast.is_(None))
    former = connection.execute(waiting.order_by(enclosures.c.id.desc()).offset(_MOST_WAITING - 1)).scalars().all()
    connection.execute(delete(enclosures).where(enclosures.c.id.in_(former)))
    values = {"person": person, "form": form, "content": content, "at": now}
    id = connection.execute(insert(enclosures).values(values).returning(enclosures.c.id)).scalar_one()
    return f"{id}.{form}"


def belongs(connection: Connection, name: str, person: int | None, broadcast: int) -> None:
    """The file of this name goes with a broadcast from now on, if it is of who sends it."""
    mine = update(enclosures).where(enclosures.c.id == _number(name), enclosures.c.person == person)
    connection.execute(mine.values(broadcast=broadcast))


def content(connection: Connection, name: str) -> bytes | None:
    """The bytes of a file; None once they are erased."""
    found = select(enclosures.c.content).where(enclosures.c.id == _number(name))
    return connection.execute(found).scalar()


def alt_of(connection: Connection, name: str) -> str | None:
    """What it shows, in words: nothing before its message is confirmed; None if it is erased."""
    found = select(enclosures.c.id, broadcasts.c.alt).outerjoin(broadcasts, broadcasts.c.id == enclosures.c.broadcast)
    row = connection.execute(found.where(enclosures.c.id == _number(name))).one_or_none()
    return None if row is None else row.alt or ""


def old_enough(now: datetime) -> ColumnElement[bool]:
    """Those that go with nothing, and those of what was over long enough ago."""
    over = select(broadcasts.c.id).where(broadcasts.c.finished_at <= now - READ)
    unsent = and_(enclosures.c.broadcast.is_(None), enclosures.c.at <= now - UNSENT)
    return or_(unsent, enclosures.c.broadcast.in_(over))


def expire(connection: Connection, now: datetime, limit: int = _AT_ONCE) -> int:
    """Erase a slice of them; returns how many."""
    old = select(enclosures.c.id).where(old_enough(now)).limit(limit)
    return connection.execute(delete(enclosures).where(enclosures.c.id.in_(old))).rowcount


def _number(name: str) -> int:
    digits = name.partition(".")[0]
    return int(digits) if digits.isascii() and digits.isdecimal() else 0
