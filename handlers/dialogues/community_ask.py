"""What is asked with a yes and a no in a community: the purpose, what the orientation knows, leaving."""

from __future__ import annotations

from handlers import card_words, consent
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.community_form import NAME, already_said
from handlers.dialogues.community_list import name_of
from handlers.messages import Reply
from handlers.understand import Option, match

CONSENT, REPEAT, LEAVE = "consent", "repeat", "leave"
ASKS = frozenset({CONSENT, REPEAT, LEAVE})


def ask(context: Context, what: str, id: str) -> Turn:
    """Ask this about a community; it becomes the question in course."""
    return show(context.at(NAME, f"{what}.{id}"))


def show(context: Context, *first: str) -> Turn:
    """The question in course again."""
    reply = _question(context)
    tapped = context.inbound.replies_to if context.inbound.choice else None
    return context.turn(Reply("\n\n".join((*first, reply.text)), reply.choices, replaces=tapped))


def read(context: Context) -> str | None:
    """The yes or the no that a text is."""
    wording = context.guide.wording
    values = ((choice.id.rpartition(":")[2], choice.label) for choice in _question(context).choices)
    options = tuple(Option(value, label, wording.parts(f"says-{value}")) for value, label in values)
    found = match(context.inbound.text, options, context.guide.lexicon)
    return found.values[0] if found.found else None


def _question(context: Context) -> Reply:
    what, _, id = context.conversation.step.partition(".")
    if what == CONSENT:
        return consent.offer(context, consent.COMMUNITY, at=f"{NAME}/{CONSENT}.{id}")
    if what == REPEAT:
        lines = card_words.lines(context, already_said(context))
        said = "\n".join((context.say("member-repeat"), *lines, context.say("member-repeat-ask")))
    else:
        last = len(context.world.members.mine()) == 1
        said = context.say("member-leave-ask" if last else "member-leave-ask-one", community=name_of(context, id))
    values = (card_words.YES, card_words.NO)
    choices = (context.choice(f"{NAME}/{what}.{id}:{value}", f"member-{what}-{value}") for value in values)
    return Reply(said, tuple(choices))
