"""Loads who wrote and what was being said, and saves it after the turn."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, exists, false, select

from handlers.consent import KEEP
from handlers.conversation import Conversation, rested
from handlers.intake import dropped
from handlers.messages import NO_ANSWERS, Inbound
from handlers.world import Person
from storage import erasure, tallies
from storage.blocked import unblock
from storage.resting import rests
from storage.retention import Retention
from storage.staying import has_reason_to_stay
from storage.tables import addresses, consents, conversations, inbound, people

LONGEST_ID = 64


@dataclass(frozen=True, slots=True)
class Found:
    """What is known before a turn. `person` is None in a room of several people."""

    address: int
    person: int | None
    message_id: str
    duplicate: bool
    stored: bool
    conversation: Conversation
    who: Person


_FIND = (
    select(
        addresses.c.id,
        addresses.c.person,
        addresses.c.blocked_at,
        people.c.last_seen_at,
        inbound.c.message_id,
        conversations.c.dialogue,
        conversations.c.step,
        conversations.c.answers,
        conversations.c.memo,
        conversations.c.language,
        conversations.c.pack_revision,
        conversations.c.version,
        exists().where(consents.c.person == addresses.c.person).label("consented"),
    )
    .select_from(addresses)
    .outerjoin(people, people.c.id == addresses.c.person)
    .outerjoin(conversations, conversations.c.person == addresses.c.person)
    .outerjoin(inbound, and_(inbound.c.address == addresses.c.id, inbound.c.message_id == bindparam("message_id")))
    .where(addresses.c.channel == bindparam("channel"), addresses.c.peer == bindparam("peer"))
)
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
_CONSENTS = (
    select(consents.c.purpose, consents.c.granted)
    .where(consents.c.person == bindparam("person"))
    .order_by(consents.c.id)
)
_NEW_PERSON = people.insert()
_NEW_ADDRESS = addresses.insert()
_RETURN = addresses.update().where(addresses.c.id == bindparam("b_id")).values(person=bindparam("b_person"))
_RECEIVED = inbound.insert()
_SEEN = (
    people.update()
    .where(
        addresses.c.channel == bindparam("b_channel"),
        addresses.c.peer == bindparam("b_peer"),
        inbound.c.address == addresses.c.id,
        inbound.c.message_id == bindparam("b_message_id"),
        people.c.id == addresses.c.person,
        people.c.last_seen_at <= inbound.c.received_at,
    )
    .values(last_seen_at=inbound.c.received_at, last_address=addresses.c.id, resting=false())
)
_NEW_CONVERSATION = conversations.insert()
_SAVE = (
    conversations.update()
    .where(conversations.c.person == bindparam("b_person"))
    .values({name: bindparam(name) for name in conversations.c.keys() if name != "person"})
)


def sound_id(message_id: str) -> str:
    """A message id as it may be stored: as it is if short and plain, else its hash."""
    if len(message_id) <= LONGEST_ID and message_id.isascii() and message_id.isprintable():
        return message_id
    return hashlib.sha256(message_id.encode("utf-8", "surrogatepass")).hexdigest()


def find(connection: Connection, message: Inbound, now: datetime, retention: Retention, zone: str) -> Found:
    """Who wrote and where they are. What has expired is erased here, even before retention ran."""
    message_id = sound_id(message.message_id)
    where = {"channel": message.address.channel, "peer": message.address.peer}
    row = connection.execute(_FIND, {**where, "message_id": message_id}).one_or_none()
    if row is not None and row.message_id is not None:
        return Found(row.id, None, message_id, True, False, Conversation(), Person())
    if row is not None and row.blocked_at is not None:
        unblock(connection, row.id)
    if not message.private:
        return _in_room(connection, row, where, message_id)
    if row is not None and row.person is not None:
        found = _known(connection, row, message, message_id)
        keeps = found.who.consents.get(KEEP) == "yes"
        silent = now - row.last_seen_at
        if silent < retention.silence(keeps):
            return found
        tallies.tally(connection, now, zone, dropped(found.conversation))
        if silent < retention.silence_of_known and has_reason_to_stay(connection, row.person):
            return replace(found, conversation=rested(found.conversation))
        tallies.leave(connection, (row.person,), now, zone)
        erasure.forget(connection, row.person, now)
        row = None
    return _new(connection, row, where, message_id, now)


def _in_room(connection: Connection, row: Any, where: Mapping[str, str], message_id: str) -> Found:
    values = {**where, "person": None, "private": False}
    address = row.id if row is not None else _insert(connection, _NEW_ADDRESS, values)
    return Found(address, None, message_id, False, False, Conversation(), Person(channel=where["channel"]))


def _new(connection: Connection, row: Any, where: Mapping[str, str], message_id: str, now: datetime) -> Found:
    person = _insert(connection, _NEW_PERSON, {"created_at": now, "last_seen_at": now})
    if row is None:
        address = _insert(connection, _NEW_ADDRESS, {**where, "person": person, "private": True})
    else:
        address = row.id
        connection.execute(_RETURN, {"b_id": address, "b_person": person})
    return Found(address, person, message_id, False, False, Conversation(), Person(channel=where["channel"]))


def _insert(connection: Connection, statement: Any, values: Mapping[str, object]) -> int:
    key = connection.execute(statement, values).inserted_primary_key
    assert key is not None
    return int(key[0])


def _known(connection: Connection, row: Any, message: Inbound, message_id: str) -> Found:
    said = consents_of(connection, row.person) if row.consented else NO_ANSWERS
    conversation = conversation_of(row) if row.version is not None else Conversation()
    who = Person(False, message.address.channel, said, row.last_seen_at)
    return Found(row.id, row.person, message_id, False, row.version is not None, conversation, who)


def conversation_of(row: Any) -> Conversation:
    """The conversation in a row that has its columns."""
    return Conversation(
        row.dialogue,
        row.step,
        json.loads(row.answers),
        json.loads(row.memo),
        row.language,
        row.pack_revision,
        row.version,
    )


def consents_of(connection: Connection, person: int) -> Mapping[str, str]:
    """What the person last said about each purpose: `yes` or `no`."""
    rows = connection.execute(_CONSENTS, {"person": person})
    return {purpose: "yes" if granted else "no" for purpose, granted in rows}


def receive(connection: Connection, found: Found, now: datetime) -> None:
    """Remember the message's id, to know it if it comes again."""
    received = {"address": found.address, "message_id": found.message_id, "received_at": now}
    connection.execute(_RECEIVED, received)


def seen(connection: Connection, batch: Sequence[Inbound]) -> None:
    """Those who wrote were here, at this address, when their message was first received: a repeat is no sign."""
    values = [
        {"b_channel": m.address.channel, "b_peer": m.address.peer, "b_message_id": sound_id(m.message_id)}
        for m in batch
    ]
    if values:
        connection.execute(_SEEN, values)


def save(connection: Connection, found: Found, conversation: Conversation, now: datetime, owner: int) -> None:
    """Write the conversation of `owner`, one version later: the person of this turn, or who they are since."""
    same = owner == found.person
    values = {
        "dialogue": conversation.dialogue,
        "step": conversation.step,
        "answers": _json(conversation.answers),
        "memo": _json(conversation.memo),
        "language": conversation.language,
        "pack_revision": conversation.pack_revision,
        "version": found.conversation.version + 1 if same else conversation.version,
        "updated_at": now,
    }
    if found.stored or not same:
        connection.execute(_SAVE, {**values, "b_person": owner})
    else:
        connection.execute(_NEW_CONVERSATION, {**values, "person": owner})


def rest(connection: Connection, person: int, now: datetime) -> None:
    """Erase the answers of someone who stays known; from then on they rest."""
    row = connection.execute(select(conversations).where(conversations.c.person == person)).one_or_none()
    if row is not None:
        rewrite(connection, person, rested(conversation_of(row)), now)
    rests(connection, person)


def rewrite(connection: Connection, person: int, left: Conversation, now: datetime) -> None:
    """Keep only this of a conversation, without a turn."""
    emptied = {"dialogue": left.dialogue, "step": left.step, "answers": _json(left.answers), "memo": _json(left.memo)}
    wanted = conversations.update().where(conversations.c.person == person)
    connection.execute(wanted.values(**emptied, updated_at=now))


def _json(values: Mapping[str, str]) -> str:
    return _encode(dict(values)) if values else "{}"


def count_affected(connection: Connection, loses: Callable[[Mapping[str, str]], bool]) -> tuple[int, int]:
    """How many conversations there are, and how many hold answers for which `loses` is true."""
    held = [json.loads(answers) for answers in connection.execute(select(conversations.c.answers)).scalars()]
    return len(held), sum(1 for answers in held if loses(answers))
