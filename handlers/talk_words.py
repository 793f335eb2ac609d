"""What rooms and readers are told of a question asked of their network, and who they are."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.context import Context
from handlers.guide import Guide
from handlers.layout import cut
from handlers.messages import Address, Choice
from handlers.pack import Pack
from handlers.readers import desk_of, readers
from handlers.requests import LONGEST_BODY, TALK, Request
from handlers.roles import Given
from handlers.talks import STILL_THERE, Room

NAME = "talk"
ASK, NETWORK, WRITE, CONFIRM = "ask", "network", "write", "confirm"
REPLY, DONE, ANSWER, OVER = "reply", "done", "answer", "over"
CANCEL = "cancel"

_MOST_TOLD = 5
_SHORT = 80
_NUMBER = "\ue000"
"""Stands for the number of a question that has none yet: no text of a person holds it."""


def of_network(rooms: Iterable[Room], network: str, pack: Pack) -> tuple[Address, ...]:
    """The rooms where a network reads; one of nobody's network is that of the desk."""
    desk = network in desk_of(pack)
    return tuple(each.address for each in rooms if each.network == network or (desk and not each.network))


def read_by(context: Context, network: str) -> tuple[tuple[Address, ...], tuple[Given, ...]]:
    """The rooms where a network reads, and else those who answer for it."""
    rooms = of_network(context.world.talks.rooms(), network, context.pack)
    found = () if rooms else tuple(each for each in readers(context.world, network) if not each.own)
    return rooms, found[:_MOST_TOLD]


def in_room(guide: Guide, name: str, network: str, text: str) -> tuple[str, ...]:
    """What a room reads, in the language of the territory, in pieces between which stands the number."""
    language = guide.pack.reference_language
    said = guide.wording.say(language, name, number=_NUMBER, network=guide.pack.network_name(network), text=text)
    return tuple(said.split(_NUMBER))


def direct(guide: Guide, language: str, name: str, network: str, text: str) -> str:
    """What one who answers for the network reads, where it has no room."""
    return guide.wording.say(language, name, network=guide.pack.network_name(network), text=text)


def labels(guide: Guide, language: str) -> tuple[tuple[str, str], ...]:
    """The buttons under it, without the number of the question."""
    say = guide.wording.say
    return ((f"{NAME}/{ANSWER}", say(language, "talk-answer")), (f"{NAME}/{OVER}", say(language, "talk-over")))


def buttons(guide: Guide, language: str, id: int) -> tuple[Choice, ...]:
    """The same for a question that has its number."""
    return tuple(Choice(f"{where}:{id}", label) for where, label in labels(guide, language))


def for_holder(context: Context, request: Request) -> tuple[Choice, ...]:
    """The buttons under an answer of the network."""
    return (
        context.choice(f"{NAME}/{REPLY}:{request.id}", "talk-reply"),
        context.choice(f"{NAME}/{DONE}:{request.id}", "talk-settled"),
    )


def more_of(request: Request, text: str) -> str:
    """The words that the network has not answered yet, the last ones if they are too many."""
    waited = f"{request.body}\n{text}" if request.waiting_at is not None and request.body else text
    return waited[-LONGEST_BODY:]


def short(text: str) -> str:
    """The beginning of a text, on one line."""
    plain = " ".join(text.split())
    return cut(plain, _SHORT)


def due_for(context: Context, request: Request) -> bool:
    """True if an answer waits for the morning: it is night, and who asked is probably no longer there."""
    now, waiting = context.now, request.waiting_at
    if waiting is not None and now - waiting <= STILL_THERE:
        return False
    return context.world.morning > now


def talks_of(context: Context) -> tuple[Request, ...]:
    """The questions of the person that are open, the latest first."""
    return context.world.requests.mine(TALK)
