"""What a sign put under a message says, and what taking it back undoes."""

from __future__ import annotations

from dataclasses import replace

from bot.channels import Inbox
from bot.channels.matrix import parse
from bot.channels.matrix.rooms import Rooms, Talk
from bot.plain import numbered
from handlers.messages import Choice, Inbound

_LONGEST_LIST = 20


async def said_by(reacted: parse.Reacted, rooms: Rooms, inbox: Inbox) -> Inbound | None:
    """A sign chooses what the message under which it was put offers; feelings say nothing."""
    inbound = reacted.inbound
    offers = rooms.offers(reacted.of) or await _offered(inbound, reacted.of, inbox)
    if offers is None:
        return None
    kind, ids = offers
    chosen = dict(numbered(kind, tuple(Choice(id, id) for id in ids))).get(reacted.sign)
    if chosen is not None:
        return replace(inbound, choice=chosen, kind="choice")
    return replace(inbound, text=reacted.sign) if ids and ids == rooms.talk(inbound.address.peer).offered else None


async def _offered(inbound: Inbound, receipt: str, inbox: Inbox) -> tuple[str, tuple[str, ...]] | None:
    """What a message of a former process offered: any number there closes it once its words are forgotten."""
    found = await inbox.offered(inbound.address, receipt)
    if found is None:
        return None
    if found.choices is None:
        return found.kind, (parse.CLOSED,) * _LONGEST_LIST
    return found.kind, tuple(choice.id for choice in found.choices)


def undone_by(taken: parse.TakenBack, talk: Talk) -> Inbound | None:
    """The last sign is undone: one of several answers is taken back by choosing it again, the only answer
    of a question by going back to it. A message that is erased was never kept."""
    sign, chosen = talk.sign
    if sign != taken.of:
        return None
    question = chosen.rpartition(":")[0]
    if any(each.startswith(f"{question}:") for each in talk.offered):
        return replace(taken.inbound, choice=chosen, kind="choice")
    return replace(taken.inbound, text=parse.BACK)
