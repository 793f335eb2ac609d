"""What an animator does with a broadcast, and what is answered to it, becomes rows."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import assert_never

from sqlalchemy import Connection, bindparam, select

from handlers.effects_broadcasts import BroadcastEffect, RelayWords, SendBroadcast, SendUncertainAgain, TurnBroadcast
from handlers.messages import Address, Choice, Reply
from storage import broadcasts as kept
from storage import enclosures, outbox
from storage.apply.turn import Context
from storage.reach import best_address
from storage.tables import addresses, people

_BEST = (
    select(addresses.c.id, addresses.c.channel, addresses.c.peer)
    .select_from(people)
    .join(addresses, addresses.c.id == best_address())
    .where(people.c.id == bindparam("person"))
)


def write(connection: Connection, context: Context, effect: BroadcastEffect) -> None:
    """Write one of these effects."""
    match effect:
        case SendBroadcast():
            _send(connection, context, effect)
        case TurnBroadcast():
            kept.turn(connection, effect.id, effect.state, context.now)
        case SendUncertainAgain():
            kept.send_again(connection, effect.id)
        case RelayWords():
            _relay(connection, context, effect)
        case _:
            assert_never(effect)


def _send(connection: Connection, context: Context, effect: SendBroadcast) -> None:
    values = {
        "network": effect.network,
        "author": context.person,
        "state": "waiting",
        "texts": json.dumps(dict(effect.texts), ensure_ascii=False),
        "gathering": effect.gathering,
        "link": effect.link,
        "enclosure": effect.enclosure,
        "alt": effect.alt,
        "audience": json.dumps(asdict(effect.audience)),
        "confirmed_at": context.now,
        "starts_at": effect.starts_at,
    }
    id = kept.keep(connection, values, effect.segment, next(iter(effect.texts)))
    if effect.enclosure:
        enclosures.belongs(connection, effect.enclosure, context.person, id)


def _relay(connection: Connection, context: Context, effect: RelayWords) -> None:
    there = connection.execute(_BEST, {"person": effect.person}).one_or_none()
    if there is None:
        return
    side = "a" if effect.to_network else "p"
    name = f"{effect.reference}.{effect.token}"
    choices = tuple(Choice(f"relay/{step}:{name}", label) for step, label in effect.buttons)
    key = f"answer/{effect.reference}/{side}/{effect.token}"
    row = outbox.OutboxRow(key, "notice", Address(there.channel, there.peer), Reply(effect.text, choices), context.now)
    known = {"person": effect.person, "address": there.id, "about": context.person}
    if effect.due > context.now:
        outbox.insert(connection, [row], state="queued", due_at=effect.due, **known)
    else:
        outbox.insert(connection, [row], **known)
        context.rows.append(row)
