"""Forgets one person everywhere; the counts of the ledger stay."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, bindparam, case, literal, null

from storage import gatherings, meetings, naming, requests, tombstones
from storage.tables import addresses, consents, enclosures, in_states, outbox, people
from storage.tables import conversations as conversations_table

FORGOTTEN = "forgotten"

_CANCEL = (
    outbox.update()
    .where(outbox.c.person == bindparam("b_person"), in_states("queued", "sending"))
    .values(state="cancelled", reason=FORGOTTEN, settled_at=bindparam("b_now"), leased_until=null())
)
_CANCEL_QUEUED = _CANCEL.where(outbox.c.state == "queued")
_EMPTY = outbox.update().where(outbox.c.person == bindparam("b_person"))
_EMPTY_ALL = _EMPTY.values(person=null(), address=null(), body=null(), receipt=null())
_EMPTY_SETTLED = _EMPTY.where(outbox.c.state != "sending").values(
    person=null(), address=null(), body=null(), receipt=null()
)
_LET_GO = _EMPTY.values(person=null())
# What carries their words to somebody else goes too; what still waits never leaves.
_waits = in_states("queued")
_at = bindparam("b_now", type_=outbox.c.settled_at.type)
_ABOUT = (
    outbox.update()
    .where(outbox.c.about == bindparam("b_person"))
    .values(
        about=null(),
        body=null(),
        state=case((_waits, literal("cancelled")), else_=outbox.c.state),
        reason=case((_waits, literal(FORGOTTEN)), else_=outbox.c.reason),
        settled_at=case((_waits, _at), else_=outbox.c.settled_at),
    )
)
_CONSENTS = consents.update().where(consents.c.person == bindparam("b_person")).values(person=null())
_CONVERSATION = conversations_table.delete().where(conversations_table.c.person == bindparam("b_person"))
_ADDRESSES = addresses.delete().where(addresses.c.person == bindparam("b_person"))
_LOOSEN = addresses.update().where(addresses.c.person == bindparam("b_person")).values(person=null())
_UNSENT = enclosures.delete().where(enclosures.c.person == bindparam("b_person"), enclosures.c.broadcast.is_(None))
_PERSON = people.delete().where(people.c.id == bindparam("b_person"))


def forget(connection: Connection, person: int, now: datetime) -> None:
    """Erase a person at once: nothing more is sent to them, nothing that names them stays."""
    key = {"b_person": person}
    _forget_with_others(connection, person, now)
    connection.execute(_CANCEL, {**key, "b_now": now})
    connection.execute(_EMPTY_ALL, key)
    connection.execute(_ADDRESSES, key)
    _forget_rest(connection, person)


def forget_after_reply(connection: Connection, person: int, now: datetime) -> None:
    """Erase a person who is owed the answer « c'est fait »: their addresses stay, tied to nobody,
    until that answer has left and retention runs; so does the id of their last message."""
    key = {"b_person": person}
    tombstones.remember(connection, person, now)
    _forget_with_others(connection, person, now)
    connection.execute(_CANCEL_QUEUED, {**key, "b_now": now})
    connection.execute(_EMPTY_SETTLED, key)
    connection.execute(_LET_GO, key)
    connection.execute(_LOOSEN, key)
    _forget_rest(connection, person)


def forget_as_asked(connection: Connection, person: int, now: datetime) -> None:
    """Erase at once someone who asked the operator for it: an older copy put back forgets them again."""
    tombstones.remember(connection, person, now)
    forget(connection, person, now)


def _forget_with_others(connection: Connection, person: int, now: datetime) -> None:
    naming.unname(connection, person)
    meetings.forget(connection, person, now)
    gatherings.forget(connection, person, now)
    requests.forget(connection, person)
    connection.execute(_ABOUT, {"b_person": person, "b_now": now})


def _forget_rest(connection: Connection, person: int) -> None:
    key = {"b_person": person}
    connection.execute(_CONSENTS, key)
    connection.execute(_CONVERSATION, key)
    connection.execute(_UNSENT, key)
    # All that has a foreign key on the person goes with them.
    connection.execute(_PERSON, key)
