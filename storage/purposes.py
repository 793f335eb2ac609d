"""Which messages leave only with a yes, told by the first word of their key; asked again as they leave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Any

from sqlalchemy import ColumnElement, Connection, bindparam, exists, or_, select, update

from handlers.consent import ALERTS, COMMUNITY, FOLLOWUP, GATHERINGS, HANDOVER, KEEP, LASTING
from storage.outdated import outdated
from storage.tables import consents, conversations, in_states, leads, people, roles
from storage.tables import outbox as ledger

STOPPED, RETURNED, OVER = "stopped", "returned", "over"
"""Why a row is not sent: the yes was taken back; the person wrote meanwhile; it is of no use any more."""

NEEDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "nudge": (KEEP,),
        "alert": (ALERTS,),
        "ending": LASTING,
        "announce": (GATHERINGS,),
        "digest": (GATHERINGS,),
        "outcome": (FOLLOWUP,),
        "broadcast": (GATHERINGS,),
        COMMUNITY: (COMMUNITY,),
        GATHERINGS: (GATHERINGS,),
        FOLLOWUP: (FOLLOWUP,),
        HANDOVER: (HANDOVER,),
    }
)
"""First word of a key: purposes of which one must have a yes. What is not here answers someone who waits for it."""

UNLESS_REFUSED = ("remind", "after")
"""First words of keys of what leaves unless the person refuses it (see `refuses`). To come somewhere is a yes to be
reminded of it; a change of it is told whatever was said."""

_OF_A_SILENCE = ("nudge", "ending")
"""Keys that end with the version of a conversation: written in one silence, useless once it is broken."""
_OF_WHOEVER_HOLDS_A_ROLE = ("ending",)

_said = consents.alias("said")
_later = consents.alias("later")
_SAID = (
    select(consents.c.person, consents.c.purpose, consents.c.granted)
    .where(consents.c.person.in_(bindparam("people", expanding=True)))
    .order_by(consents.c.id)
)
_VERSIONS = select(conversations.c.person, conversations.c.version).where(
    conversations.c.person.in_(bindparam("people", expanding=True))
)
_ROLES = select(roles.c.person).where(
    roles.c.person.in_(bindparam("people", expanding=True)), roles.c.revoked_at.is_(None)
)
_QUEUED = select(ledger.c.key, ledger.c.person).where(ledger.c.person == bindparam("person"), in_states("queued"))


def said_yes(*purposes: str) -> ColumnElement[bool]:
    """People whose last word on one of these purposes is yes, in a query over `people`."""
    newer = exists().where(
        _later.c.person == _said.c.person, _later.c.purpose == _said.c.purpose, _later.c.id > _said.c.id
    )
    mine = (_said.c.person == people.c.id, _said.c.purpose.in_(purposes), _said.c.granted.is_(True))
    return exists().where(*mine, ~newer)


def refuses() -> ColumnElement[bool]:
    """People who took back their yes to messages about gatherings, or who want to be told nothing of them, in a query
    over `people`. A no to hear of others is no refusal to be reminded of what one comes to."""
    said, later, once = (consents.alias(name) for name in ("refused", "refused_later", "agreed_once"))
    same = (later.c.person == said.c.person, later.c.purpose == said.c.purpose, later.c.id > said.c.id)
    last_is_no = (said.c.person == people.c.id, said.c.purpose == GATHERINGS, said.c.granted.is_(False))
    before = (once.c.person == said.c.person, once.c.purpose == said.c.purpose, once.c.granted.is_(True))
    taken_back = exists().where(*last_is_no, ~exists().where(*same), exists().where(*before))
    none = leads.alias("no_leads")
    return or_(taken_back, exists().where(none.c.person == people.c.id, none.c.wanted == ""))


def agrees(connection: Connection, person: int, purpose: str) -> bool:
    """True if the last word of this person on a purpose is yes."""
    wanted = select(people.c.id).where(people.c.id == person, said_yes(purpose))
    return connection.execute(wanted).scalar() is not None


def useless(connection: Connection, rows: Iterable[Any], now: datetime | None = None) -> Mapping[str, str]:
    """Of these rows (with `key` and `person`), those that may not leave, and why. `now`: what is over is useless
    too (`useless_after`)."""
    rows = list(rows)
    over = {row.key: OVER for row in rows if now is not None and row.useless_after and row.useless_after <= now}
    unwanted = _unwanted(connection, rows)
    return {**outdated(connection, ((row.key, row.person) for row in rows)), **over, **unwanted}


def _unwanted(connection: Connection, rows: Iterable[Any]) -> Mapping[str, str]:
    asked = [(row.key, row.person, *_parts(row.key)) for row in rows if row.person is not None and _needs(row.key)]
    if not asked:
        return {}
    whom = {"people": sorted({person for _, person, _, _ in asked})}
    kinds = {kind for _, _, kind, _ in asked}
    said = {(row.person, row.purpose): row.granted for row in connection.execute(_SAID, whom)}
    broken = kinds & set(_OF_A_SILENCE)
    versions = {row.person: row.version for row in connection.execute(_VERSIONS, whom)} if broken else {}
    holders = set(connection.execute(_ROLES, whom).scalars()) if kinds & set(_OF_WHOEVER_HOLDS_A_ROLE) else set()
    refusing = set(connection.execute(_REFUSING, whom).scalars()) if kinds & set(UNLESS_REFUSED) else set()
    found: dict[str, str] = {}
    for key, person, kind, last in asked:
        role = kind in _OF_WHOEVER_HOLDS_A_ROLE and person in holders
        if kind in UNLESS_REFUSED:
            found |= {key: STOPPED} if person in refusing else {}
        elif not role and not any(said.get((person, purpose)) for purpose in NEEDS[kind]):
            found[key] = STOPPED
        elif kind in _OF_A_SILENCE and last != str(versions.get(person)):
            found[key] = RETURNED
    return found


_REFUSING = select(people.c.id).where(people.c.id.in_(bindparam("people", expanding=True)), refuses())


def cancel_useless(connection: Connection, person: int, now: datetime) -> None:
    """A yes was taken back: what still waits because of it never leaves."""
    for key, reason in useless(connection, connection.execute(_QUEUED, {"person": person}).all()).items():
        cancelled = {"state": "cancelled", "reason": reason, "settled_at": now, "leased_until": None, "body": None}
        connection.execute(update(ledger).where(ledger.c.key == key, in_states("queued")).values(cancelled))


def _needs(key: str) -> bool:
    return _parts(key)[0] in NEEDS or _parts(key)[0] in UNLESS_REFUSED


def _parts(key: str) -> tuple[str, str]:
    return key.partition("/")[0], key.rpartition("/")[2]
