"""A message to another address than the one that wrote becomes a row of the ledger, handed over with the answers."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, select

from handlers.effects import Tell, TellPerson
from handlers.messages import Address
from storage import outbox
from storage.apply.turn import Context
from storage.purposes import agrees
from storage.reach import best_address
from storage.tables import addresses, people
from storage.tables import outbox as ledger

_THERE = select(addresses.c.id, addresses.c.channel, addresses.c.peer, addresses.c.person)
_WHO = _THERE.where(addresses.c.id == bindparam("id"))
_BEST = (
    _THERE.select_from(people)
    .join(addresses, addresses.c.id == best_address())
    .where(people.c.id == bindparam("person"))
)

_KNOWN = select(ledger.c.id).where(ledger.c.key == bindparam("key"))


def write(connection: Connection, context: Context, effect: Tell | TellPerson) -> None:
    """Owe this to whoever is at that address now, or to that person where they are best reached."""
    if isinstance(effect, Tell):
        there, due = connection.execute(_WHO, {"id": effect.address}).one_or_none(), None
    else:
        there, due = connection.execute(_BEST, {"person": effect.person}).one_or_none(), effect.due
    if there is None or not _agreed(connection, there.person, effect):
        return
    # Named after the message that caused it, so that a repeat is known; its first word is what it needs.
    key = _key(context, effect)
    if isinstance(effect, TellPerson) and effect.key and connection.execute(_KNOWN, {"key": key}).scalar() is not None:
        return
    row = outbox.OutboxRow(key, effect.kind, Address(there.channel, there.peer), effect.reply, context.now)
    about = context.person if isinstance(effect, TellPerson) else None
    known = {"person": there.person, "address": there.id, "about": about}
    later = due is not None and due > context.now
    if later or not context.asked:
        outbox.insert(connection, [row], state="queued", due_at=due if later else context.now, **known)
    else:
        outbox.insert(connection, [row], **known)
        context.rows.append(row)


def _key(context: Context, effect: Tell | TellPerson) -> str:
    if isinstance(effect, TellPerson) and effect.key:
        return effect.key
    kind = effect.purpose if isinstance(effect, TellPerson) and effect.purpose else "tell"
    key = f"{kind}/{context.address.channel}/{context.address_id}/{context.message_id}/{context.told}"
    context.told += 1
    return key


def _agreed(connection: Connection, person: int | None, effect: Tell | TellPerson) -> bool:
    """What needs a yes is not even written without it."""
    if not isinstance(effect, TellPerson) or not effect.purpose or person is None:
        return True
    return agrees(connection, person, effect.purpose)
