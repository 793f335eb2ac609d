"""A conversation small enough to be read in a test: it counts, repeats, agrees, forgets, and fails when asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from bot.turns import Turns
from handlers.conversation import Conversation, Turn
from handlers.effects import Agree, Effect, Forget, Say, Withdraw
from handlers.guide import Guide
from handlers.messages import Address, Choice, Inbound, Reply
from handlers.pack import Pack, Territory
from handlers.world import World
from scheduler.clock import SetClock
from storage.database import Database
from storage.play import Respond

NOON = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)
SORRY = "pardon"

EFFECTS: dict[str, tuple[Effect, ...]] = {
    "garder": (Agree("keep", "v1"),),
    "ne plus garder": (Withdraw("keep", "v1"),),
    "oublier": (Forget(),),
    "deux": (Say(Reply("encore")),),
}


class PoisonError(Exception):
    """What a message that cannot be played causes."""


def respond(conversation: Conversation, inbound: Inbound, world: World) -> Turn:
    """Count the messages and repeat the last; `boum` fails."""
    if inbound.text == "boum":
        raise PoisonError(inbound.text)
    number = int(conversation.answers.get("n", "0")) + 1
    said = f"{conversation.answers.get('said', '')} {inbound.text}".strip()
    after = replace(conversation, dialogue="echo", step=str(number), answers={"n": str(number), "said": said})
    reply = Say(Reply(f"{number}: {inbound.text}", (Choice("echo/1:oui", "Oui"),)))
    return Turn(after, (reply, *EFFECTS.get(inbound.text, ())))


def sorry(conversation: Conversation, world: World) -> Turn:
    """The honest sentence."""
    return Turn(conversation, (Say(Reply(SORRY)),))


def guide() -> Guide:
    """A pack that nobody reads."""
    return Guide(Pack.model_construct(revision="r1", territory=Territory.model_construct(timezone="UTC")))


def turns(database: Database, clock: SetClock | None = None, answer: Respond = respond) -> Turns:
    """The lanes of the echo."""
    return Turns(database, answer, sorry, guide(), clock or SetClock(NOON))


def message(text: str, id: str, peer: str = "u1", *, private: bool = True) -> Inbound:
    """What someone writes."""
    return Inbound(Address("terminal", peer), id, peer, text, private=private)
