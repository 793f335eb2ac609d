"""« ma fiche »: the cards and places of an animator's own network, read again and found right, or corrected."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from handlers import cards, facts, roles
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dates import in_words
from handlers.dialogue import Dialogue
from handlers.dialogues import correcting
from handlers.effects_desk import Confirm
from handlers.messages import Choice, Reply
from handlers.pack import Fact, Resource, Scheme
from handlers.readers import animated

NAME = "desk"
ALL = "all"
_MARK = 6


def open_cards(context: Context, argument: str = "") -> Turn:
    """The cards of the network, and how many points of each are to be checked; a single card is shown."""
    mine = tuple(correcting.mine(context))
    if len(mine) == 1:
        return _shown(context, mine[0])
    lines = [context.say("desk-cards" if mine else "desk-none")]
    for network in animated(context) if mine else ():
        lines.append(context.say("desk-network", network=context.pack.network_name(network)))
        lines += [_line(context, name) for name in facts.cards_of(context.pack, network)]
    choices = tuple(Choice(f"{NAME}/card:{name}", cards.short(_title(context, name))) for name in mine)
    return context.turn(Reply("\n".join(lines), choices))


def _line(context: Context, name: str) -> str:
    count = sum(cards.uncertain(context, fact) for fact in _facts(context, name))
    return context.say("desk-card-line", title=_title(context, name), count=count)


def _title(context: Context, name: str) -> str:
    card = facts.card_named(context.pack, name)
    if isinstance(card, Resource):
        # A door and a place may have the same name.
        return context.say("desk-place", name=card.name)
    return context.say(f"scheme-{name.partition('.')[2]}")


def _current(context: Context, name: str) -> Scheme | Resource | None:
    card = facts.card_named(context.pack, name)
    if isinstance(card, Resource):
        return cards.place_of(context, card)
    return cards.scheme_of(context, card.id) if card is not None else None


def _facts(context: Context, name: str) -> tuple[Fact, ...]:
    card = _current(context, name)
    return facts.facts_of(card) if card is not None else ()


def _shown(context: Context, name: str, *first: str) -> Turn:
    """A card as it is, point by point, each with its date and its mark."""
    points = [_point(context, name, number, fact) for number, fact in enumerate(_facts(context, name), 1)]
    said = [*first, context.say("desk-card", name=_title(context, name)), *points]
    waiting = tuple(each for each in _waiting(context, name))
    if waiting:
        said.append(context.say("desk-waiting", count=len(waiting)))
    return context.turn(Reply("\n\n".join(said), _choices(context, name, len(points))))


def _waiting(context: Context, name: str) -> Iterator[str]:
    for network in animated(context):
        for correction in context.world.desk.waiting(network):
            if correction.part.startswith(f"{name}."):
                yield correction.part


def _point(context: Context, name: str, number: int, fact: Fact) -> str:
    lines = list(_said(context, name, number - 1))
    date = in_words(fact.verified_on, context.language)
    mark = f" {context.say('mark-to-check')}" if cards.uncertain(context, fact) else ""
    return context.say("desk-point", number=number, said="\n".join(lines), date=date, mark=mark)


def _said(context: Context, name: str, step: int) -> Iterator[str]:
    """What a point says, as the person reads it."""
    card = facts.card_named(context.pack, name)
    for part in facts.parts_of(name, card) if card else ():
        if part.step == step:
            yield context.say(f"desk-{correcting.kind_of(part)}", said=correcting.said_now(context, part))


def _choices(context: Context, name: str, count: int) -> tuple[Choice, ...]:
    read = _read(context, name)
    choices = [context.choice(f"{NAME}/exact:{name}.{ALL}.{read}", "desk-exact-all" if count > 1 else "desk-exact")]
    if count > 1:
        choices += [
            context.choice(f"{NAME}/exact:{name}.{n}.{read}", "desk-exact-one", number=n + 1) for n in range(count)
        ]
    choices.append(context.choice(f"{NAME}/change:{name}", "desk-change"))
    if len(tuple(correcting.mine(context))) > 1:
        choices.append(context.choice(f"{NAME}/open:cards", "desk-others"))
    return tuple(choices)


def _read(context: Context, name: str) -> str:
    """What was read, in a few letters: a button that outlives a change of the pack confirms nothing."""
    digests = "".join(facts.digest(fact) for fact in _facts(context, name))
    return sha256(digests.encode()).hexdigest()[:_MARK]


def _exact(context: Context, name: str, which: str, read: str) -> Turn:
    """The facts said to be right have today's date, and no mark, from now on."""
    if read != _read(context, name):
        return _shown(context, name, context.say("desk-changed"))
    found = tuple(enumerate(_facts(context, name)))
    chosen = tuple((number, fact) for number, fact in found if which in (ALL, str(number)))
    if not chosen:
        return _shown(context, name)
    network = next(each for each in animated(context) if name in _names(context, each))
    confirmed = Confirm(network, tuple((facts.fact_name(name, n), facts.digest(fact)) for n, fact in chosen))
    said = context.say("desk-confirmed-all" if len(chosen) == len(found) else "desk-confirmed", number=chosen[0][0] + 1)
    return context.turn(Reply(said, (context.choice(f"{NAME}/card:{name}", "desk-again"), *_more(context))), confirmed)


def _more(context: Context) -> tuple[Choice, ...]:
    several = len(tuple(correcting.mine(context))) > 1
    return (context.choice(f"{NAME}/open:cards", "desk-others"),) if several else ()


def _names(context: Context, network: str) -> frozenset[str]:
    return frozenset(facts.cards_of(context.pack, network))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == "open":
        return open_cards(context)
    name = ".".join(value.split(".")[:2])
    # The network that a card is of is looked up at each step: an animator of another one has no such card.
    if step in ("card", "exact", "change") and name not in correcting.mine(context):
        return None
    if step == "card":
        return _shown(context, name)
    if step == "exact":
        which, _, read = value.removeprefix(f"{name}.").partition(".")
        return _exact(context, name, which, read)
    return correcting.choose(context, step, value)


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={roles.CARDS: open_cards},
    asks=correcting.asks,
    answer=correcting.answer,
    show=correcting.show,
    moves=correcting.MOVES,
    free=correcting.writes,
)
