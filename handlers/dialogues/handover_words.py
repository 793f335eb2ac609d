"""How a hand-over is named and told: the button under a card, the door that follows a no."""

from __future__ import annotations

from dataclasses import replace

from handlers import cards
from handlers.context import Context
from handlers.dialogues.request_words import Buttons, holder_told
from handlers.effects import TellPerson
from handlers.handovers import REASONS
from handlers.messages import Choice
from handlers.next_doors import next_door
from handlers.pack import Scheme
from handlers.readers import readers
from handlers.requests import Request

NAME = "handover"


def is_read(context: Context, network: str) -> bool:
    """True if somebody else than the person of the turn answers for this network now."""
    return any(not each.own for each in readers(context.world, network))


def offered(context: Context, scheme: Scheme) -> tuple[Choice, ...]:
    """The button under the card of a scheme whose network answers holders here."""
    if not is_read(context, scheme.network):
        return ()
    network = short_name(context, scheme.network)
    return (context.choice(f"{NAME}/begin:{scheme.id}", "handover-button", network=network),)


def short_name(context: Context, network: str) -> str:
    """The name of a network as a button carries it."""
    return cards.short(called(context, network))


def called(context: Context, network: str) -> str:
    """The name of a network in a sentence: without what explains it."""
    return context.pack.network_name(network).partition(",")[0].partition(" (")[0]


def with_next_door(
    context: Context, request: Request, what: str, name: str, buttons: Buttons = (), /, **values: str
) -> TellPerson:
    """Tell the holder that it ends without a yes, and which door comes next."""
    there = context.having(language=request.language) if request.language else context
    refusing = context.world.requests.refusing(request.person)
    door = next_door(context.guide, {}, request, context.today, refusing)
    following = (
        there.say("handover-next", name=there.say(f"scheme-{door.id}")) if door else there.say("handover-no-next")
    )
    values = {"network": called(there, request.network), "following": following, **values}
    told = holder_told(context, request, what, name, buttons, **values)
    if door is None:
        return told
    shown = Choice(f"orientation/scheme:{door.id}", cards.short(there.say(f"scheme-{door.id}")))
    return replace(told, reply=replace(told.reply, choices=(shown, *told.reply.choices)))


def reason_of(context: Context, request: Request, reason: str) -> str:
    """Why a network said no, in the language of the holder; its own words as they are."""
    there = context.having(language=request.language) if request.language else context
    return there.say(f"handover-reason-{reason}") if reason in REASONS else there.say("form-quoted", text=reason)
