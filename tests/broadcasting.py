"""People who may be written to, a broadcast confirmed for them, and what became of it, in a real database."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import func, insert, select, update

from handlers.broadcasts import Audience, Broadcast, Segment
from scheduler import broadcasts as source
from storage import broadcasts as kept
from storage import outbox
from storage.database import Database
from storage.outbox import Mark
from storage.play import Scene
from storage.tables import (
    addresses,
    broadcasts,
    consents,
    conversations,
    follows,
    people,
    recipients,
    roles,
)
from storage.tables import outbox as ledger
from tests.conversation import drawn, guide
from tests.echo import NOON

NETWORK = "apes"
FOLLOWERS = Segment(follows=(f"network/{NETWORK}",))
TEXTS = {"fr": "On se voit jeudi.", "en": "See you on Thursday."}


def crowd(database: Database, count: int, *, first: int = 1) -> range:
    """People who follow the network and said yes: one address each, every third one in English."""
    numbers = range(first, first + count)
    with database.write() as connection:
        known = {"created_at": NOON, "last_seen_at": NOON}
        connection.execute(insert(people), [{"id": each, **known} for each in numbers])
        at = {"channel": "terminal", "private": True}
        connection.execute(insert(addresses), [{"id": i, "person": i, "peer": f"u{i}", **at} for i in numbers])
        begun: dict[str, object] = {"dialogue": "", "step": "", "answers": "{}", "memo": "{}", "version": 1}
        begun |= {"pack_revision": "", "updated_at": NOON}
        spoken = ({"person": each, "language": "" if each % 3 else "en"} for each in numbers)
        connection.execute(insert(conversations), [{**begun, **each} for each in spoken])
        connection.execute(insert(follows), [{"person": i, "subject": "network/apes", "since": NOON} for i in numbers])
        agreed = {"purpose": "gatherings", "granted": True, "wording": "w", "channel": "terminal", "at": NOON}
        connection.execute(insert(consents), [{"person": each, **agreed} for each in numbers])
    return numbers


def said(database: Database, person: int, purpose: str = "gatherings", *, yes: bool = True) -> None:
    """Someone says yes, or no, to a purpose."""
    with database.write() as connection:
        values = {"person": person, "purpose": purpose, "granted": yes, "wording": "w", "channel": "terminal"}
        connection.execute(insert(consents), {**values, "at": NOON})


def animator(database: Database, person: int, network: str = NETWORK) -> None:
    """Someone animates a network."""
    with database.write() as connection:
        held = {"person": person, "role": "animator", "network": network, "granted_at": NOON}
        connection.execute(insert(roles), held)


def audience(database: Database, segment: Segment = FOLLOWERS) -> Audience:
    """Whom a segment reaches."""
    with database.read() as connection:
        return kept.audience(connection, segment, "fr")


def confirmed(database: Database, segment: Segment = FOLLOWERS, **values: Any) -> int:
    """A broadcast as an animator's turn writes it."""
    row: dict[str, Any] = {
        "network": NETWORK,
        "author": None,
        "state": "waiting",
        "texts": json.dumps(TEXTS),
        "gathering": None,
    }
    row |= {"link": "", "confirmed_at": NOON, "starts_at": NOON + timedelta(seconds=60), **values}
    row["audience"] = json.dumps(asdict(audience(database, segment)))
    with database.write() as connection:
        return kept.keep(connection, row, segment, "fr")


def scene(now: datetime) -> Scene:
    """What the scheduler is given."""
    return Scene(guide(), now, drawn)


def look(database: Database, now: datetime) -> datetime | None:
    """One look of the scheduler; when it wants the next one."""
    with database.write() as connection:
        source.send_due(connection, scene(now))
    with database.write() as connection:
        return source.next_due(connection, scene(now))


def written(database: Database, now: datetime) -> None:
    """As many looks as it wants now."""
    for _ in range(100):
        soon = look(database, now)
        if soon is None or soon > now:
            return


def settle(database: Database, now: datetime, state: str = "sent", limit: int | None = None) -> int:
    """What is on its way has this end; how many there were."""
    with database.write() as connection:
        waiting = select(ledger.c.key).where(ledger.c.state.in_(("queued", "sending"))).order_by(ledger.c.id)
        keys = list(connection.execute(waiting.limit(limit)).scalars())
        outbox.mark(connection, [Mark(key, state, now) for key in keys])
        return len(keys)


def sent(database: Database, id: int) -> Broadcast:
    """A broadcast as its network sees it."""
    with database.read() as connection:
        row = connection.execute(select(broadcasts).where(broadcasts.c.id == id)).one()
        return kept.broadcast_of(connection, row)


def states(database: Database, id: int) -> Mapping[str, int]:
    """How many of its messages are in each state."""
    return {state: count for state, count in sent(database, id).states.items() if count}


def left(database: Database, id: int) -> int:
    """Of how many people there is no message yet."""
    with database.read() as connection:
        return connection.execute(select(func.count()).where(recipients.c.broadcast == id)).scalar_one()


def told(database: Database) -> list[str]:
    """What who sent it was told, in order."""
    with database.read() as connection:
        keys = ledger.c.key.startswith("progress/")
        bodies = connection.execute(select(ledger.c.body).where(keys).order_by(ledger.c.id)).scalars()
        return [json.loads(body)["t"] for body in bodies if body]


MINUTE = timedelta(seconds=61)


def block(database: Database, person: int) -> None:
    """Someone wants no message any more."""
    with database.write() as connection:
        connection.execute(update(addresses).where(addresses.c.person == person).values(blocked_at=NOON))


def asked(database: Database, id: int, state: str) -> None:
    """An animator's turn."""
    with database.write() as connection:
        kept.turn(connection, id, state, NOON + MINUTE)
