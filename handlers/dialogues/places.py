"""« lieux »: where one can inform oneself, work or meet, by need or by commune."""

from __future__ import annotations

from handlers import cards
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.messages import Choice, Reply
from handlers.pack import Resource
from handlers.places import Found
from handlers.understand import match

_MOST_SHOWN = 8


def places(context: Context, argument: str = "") -> Turn | None:
    """Choose a need; or the places of a need or of a commune, if one is named."""
    if not argument:
        return _needs(context)
    pack, wording = context.pack, context.guide.wording
    needs = tuple(wording.option(context.language, "need", need.id, need.says) for need in pack.places.needs)
    named = match(argument, needs, context.guide.lexicon)
    if named.found:
        return _of_need(context, named.values[0])
    found = context.guide.places.find(argument)
    if not isinstance(found, Found):
        return None
    here = tuple(place for place in pack.places.resources if place.commune == found.name)
    if not here:
        return context.turn(Reply(context.say("places-none-here", name=found.name), _need_buttons(context)))
    return _listed(context, here)


def _needs(context: Context) -> Turn:
    if not context.pack.places.needs:
        return context.turn(Reply(context.say("places-none")))
    return context.turn(Reply(context.say("places-intro"), _need_buttons(context)))


def _need_buttons(context: Context) -> tuple[Choice, ...]:
    return tuple(Choice(f"places/need:{need.id}", context.say(f"need-{need.id}")) for need in context.pack.places.needs)


def _of_need(context: Context, need: str) -> Turn:
    return _listed(context, tuple(p for p in context.pack.places.resources if need in p.needs))


def _listed(context: Context, resources: tuple[Resource, ...]) -> Turn:
    if len(resources) == 1:
        return context.turn(Reply(cards.resource(context, resources[0])))
    choices = tuple(Choice(f"places/place:{place.id}", cards.short(place.name)) for place in resources[:_MOST_SHOWN])
    lines = [context.say("place-line", name=place.name, commune=place.commune) for place in resources[:_MOST_SHOWN]]
    return context.turn(Reply("\n".join((context.say("places-found"), *lines)), choices))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    pack = context.pack.places
    if step == "need" and value in {need.id for need in pack.needs}:
        return _of_need(context, value)
    for place in pack.resources:
        if step == "place" and place.id == value:
            return context.turn(Reply(cards.resource(context, place)))
    return _needs(context)


DIALOGUE = Dialogue(name="places", choose=_choose, commands={"lieux": places})
