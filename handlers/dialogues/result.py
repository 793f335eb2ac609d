"""The result: the first door in full, the others in a line each, what does not apply, what can follow."""

from __future__ import annotations

from handlers import calls, cards
from handlers.context import Context
from handlers.conversation import Turn
from handlers.decide import Recommendation, Result
from handlers.dialogues import handoff, handover_words, visit_offer
from handlers.layout import in_paragraphs
from handlers.messages import Choice, Reply

_TRIED = "refused"
"""How many doors someone told us that they stayed closed."""


def show(context: Context, first: str = "") -> Turn:
    """Two messages: where to begin; then the other doors, the notes and the buttons."""
    context = context.remembering(**{_TRIED: ""})
    found = calls.table(context).decide(context.conversation.answers)
    intro = context.say("result-intro-other" if context.memo("other") else "result-intro")
    opening = in_paragraphs((first, intro, cards.first_door(context, found.recommendations[0])))
    return context.turn(Reply(opening), _others(context, found))


def _others(context: Context, found: Result) -> Reply:
    doors = found.recommendations
    parts = []
    if doors[1:]:
        lines = [_line(context, door) for door in doors[1:]]
        parts.append("\n".join((context.say("result-others"), *lines)))
    if closed := calls.closed_doors(context):
        parts.append("\n".join(closed))
    if found.notes:
        parts.append("\n".join((context.say("result-notes"), *(context.say(f"note-{note}") for note in found.notes))))
    if found.human:
        parts.append(handoff.contacts(context))
    parts.append(context.say("result-no-promise"))
    return Reply("\n\n".join(parts), (*_doors(context, doors), *_follow(context)))


def _line(context: Context, door: Recommendation) -> str:
    return context.say("result-line", name=cards.name_of(context, door.scheme), reason=cards.reason_of(context, door))


def _doors(context: Context, doors: tuple[Recommendation, ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(f"orientation/scheme:{door.scheme}", cards.short(cards.name_of(context, door.scheme))) for door in doors
    )


def _follow(context: Context) -> tuple[Choice, ...]:
    return (
        context.choice("orientation/result:why", "result-why"),
        context.choice("orientation/result:prepare", "result-prepare"),
        context.choice("orientation/result:more", "result-more"),
    )


def more(context: Context) -> Reply:
    """What else one can do from the result."""
    choices = (
        context.choice("orientation/result:modify", "result-modify"),
        context.choice("glossary/open:terms", "menu-glossary"),
        context.choice("places/open:needs", "menu-places"),
        context.choice("pages/open:list", "menu-pages"),
        context.choice("handoff/open:contacts", "menu-human"),
        context.choice("orientation/result:show", "result-again"),
    )
    return Reply(context.say("result-more-intro"), choices)


def door(context: Context, scheme: str) -> Reply | None:
    """The card of a scheme, with what can be asked of it; None if the pack has no such scheme."""
    known = context.pack.scheme_by_id.get(scheme)
    if known is None:
        return None
    titles = {page.id for page in context.pack.pages}
    choices = [Choice(f"pages/open:{page}", context.say(f"page-{page}")) for page in known.pages if page in titles]
    choices += calls.buttons(context, known)
    choices += handover_words.offered(context, known)
    choices += visit_offer.offered(context, known)
    if context.conversation.answers:
        choices.insert(0, context.choice(f"orientation/why:{scheme}", "result-why"))
        choices.append(context.choice("orientation/result:show", "result-again"))
    return Reply(cards.card(context, known), tuple(choices))


def next_door(context: Context, first: str) -> Turn | None:
    """The door after the one shown last, or whom to reach when there is no other; None without a result."""
    table, answers = calls.table(context), context.conversation.answers
    if not answers or table.next_question(answers) is not None:
        return None
    doors = [found.scheme for found in table.decide(answers).recommendations]
    tried = int(context.memo(_TRIED) or "0") + 1
    known, refusing = context.pack.scheme_by_id, context.world.requests.refusing()
    while tried < len(doors) and known[doors[tried]].network in refusing:
        tried += 1
    if tried >= len(doors):
        return context.turn(Reply(f"{first}\n\n{handoff.contacts(context)}"))
    found = door(context, doors[tried])
    assert found is not None
    return context.remembering(**{_TRIED: str(tried)}).turn(Reply(f"{first}\n\n{found.text}", found.choices))
