"""Takes the words that someone wrote out of what others were shown of them: answers kept for a while, buttons."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from sqlalchemy import ColumnElement, Connection, Text, or_, select, update

from handlers.offers import LETTERED, NUMBERED
from storage.outbox import WORDS, unpacked
from storage.tables import bookings, conversations, corrections, in_states, outbox, profiles, reports, roles

SHORTEST = 3
_QUOTED = re.compile(r"[«\"“]\s*(.+?)\s*[»\"”]", re.DOTALL)
_PLAIN = re.compile(r'["\\\n]+')
# What these hold are ids of the pack, the same for many people.
_CHOSEN = {"forme", "etape", "commune", "qpv", "domains", "offers", "seeks", "testify", "shown"}
_WORDS = tuple(column for column in profiles.c if isinstance(column.type, Text) and column.name not in _CHOSEN)
# Buttons, which may name others; what else is remembered is of who said it.
_OFFERED = (LETTERED, NUMBERED)
_ANSWERS = outbox.c.about.is_(None)
# Lists of who comes are read by those who hold a role, or held one since.
_READERS = outbox.c.person.in_(select(roles.c.person))


def unname(connection: Connection, person: int) -> None:
    """Before a person is erased: texts of the ledger, and buttons remembered, that repeat what they wrote to be read
    by others; and the reasons for which they refused a correction."""
    card = _of_card(connection, person)
    _unword(connection, _pieces(card.values()))
    _unremember(connection, person, _names(card))
    # Of these, short and said by many, only answers kept for a while: what others wrote themselves stays.
    _unword(connection, _pieces([*_passed_on(connection, person), *_written(connection, person)]), _ANSWERS)
    unlist(connection, connection.execute(select(bookings.c.name).where(bookings.c.person == person)).scalars())
    connection.execute(update(corrections).where(_decided_by(person)).values(reason=""))


def unlist(connection: Connection, names: Iterable[str]) -> None:
    """The lists of who comes, kept for a while by those who read them, that hold one of these names."""
    _unword(connection, _pieces(names), _ANSWERS, _READERS)


def unsay(connection: Connection, person: int, still: Collection[str] = ()) -> None:
    """Before a card changes or goes: the same, for its words that are not said any more. What was passed on to
    another member stays, so that it can be reported: it goes with the person."""
    gone = {name: said for name, said in _of_card(connection, person).items() if said not in still}
    _unword(connection, _pieces(gone.values()), _ANSWERS)
    _unremember(connection, person, _names(gone))


def _of_card(connection: Connection, person: int) -> dict[str, str]:
    row = connection.execute(select(*_WORDS).where(profiles.c.person == person)).one_or_none()
    return {} if row is None else {column.name: row._mapping[column] for column in _WORDS}


def _names(card: Mapping[str, str]) -> list[str]:
    """What a button calls someone by."""
    return _pieces(card.get(name, "") for name in ("name", "structure"))


def _passed_on(connection: Connection, person: int) -> Iterator[str]:
    """What they wrote to members, which is shown again to who reports it, and to who reads the report."""
    sent = (outbox.c.about == person, outbox.c.key.startswith(WORDS, autoescape=True), outbox.c.body.is_not(None))
    for body in connection.execute(select(outbox.c.body).where(*sent)).scalars():
        yield from _QUOTED.findall(unpacked(body).text)
    reported = select(reports.c.body).where(reports.c.about == person, reports.c.body.is_not(None))
    for text in connection.execute(reported).scalars():
        yield from _QUOTED.findall(text)


def _written(connection: Connection, person: int) -> Iterator[str]:
    """What they wrote under a role, and was shown to others who hold one."""
    yield from connection.execute(select(corrections.c.after).where(corrections.c.person == person)).scalars()
    yield from connection.execute(select(corrections.c.reason).where(_decided_by(person))).scalars()


def _decided_by(person: int) -> ColumnElement[bool]:
    return corrections.c.settled_by.in_(select(roles.c.id).where(roles.c.person == person))


def _pieces(said: Iterable[str]) -> list[str]:
    return [piece for text in said if (piece := _longest(text))]


def _longest(text: str) -> str:
    """The longest run that JSON writes as it is."""
    found = max(_PLAIN.split(text), key=len, default="").strip()
    return found if len(found) >= SHORTEST else ""


def _unword(connection: Connection, pieces: list[str], *where: ColumnElement[bool]) -> None:
    if not pieces:
        return
    settled = ~in_states("queued", "sending")
    said = update(outbox).where(outbox.c.body.is_not(None), settled, *where, _holds(outbox.c.body, pieces))
    connection.execute(said.values(body=None))


def _unremember(connection: Connection, person: int, pieces: list[str]) -> None:
    if not pieces:
        return
    others = (conversations.c.person != person, _holds(conversations.c.memo, pieces))
    for found in connection.execute(select(conversations.c.person, conversations.c.memo).where(*others)).all():
        memo: dict[str, str] = json.loads(found.memo)
        kept = {name: text for name, text in memo.items() if name not in _OFFERED or not _repeats(text, pieces)}
        mine = update(conversations).where(conversations.c.person == found.person)
        connection.execute(mine.values(memo=json.dumps(kept, ensure_ascii=False)))


def _repeats(text: str, pieces: list[str]) -> bool:
    return any(piece in text for piece in pieces)


def _holds(column: ColumnElement[str | None], pieces: list[str]) -> ColumnElement[bool]:
    return or_(*(column.contains(piece, autoescape=True) for piece in pieces))
