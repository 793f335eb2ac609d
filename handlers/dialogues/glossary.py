"""« mot … »: a term of the glossary in plain words, with its source."""

from __future__ import annotations

from handlers import cards
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.messages import Choice, Reply
from handlers.pack import Term
from handlers.understand import distance, key

_MOST_SHOWN = 6


def word(context: Context, argument: str = "") -> Turn | None:
    """The term named, or those close to it, or a way to begin."""
    if not argument:
        return context.turn(Reply(context.say("glossary-intro"), _buttons(context, context.pack.glossary)))
    asked = _bare(argument)
    found = [term for term in context.pack.glossary if asked in _names(context, term)]
    if len(found) != 1:
        found = found or _near(context, asked)
    if len(found) == 1:
        return context.turn(Reply(definition(context, found[0])))
    if found:
        return context.turn(Reply(context.say("glossary-several"), _buttons(context, tuple(found))))
    return context.turn(Reply(context.say("glossary-unknown")))


def definition(context: Context, term: Term) -> str:
    """A term, what it means, and where that comes from."""
    sources = context.pack.territory.sources
    said = " ; ".join(f"{sources[code].title} ({sources[code].year})" for code in term.source[:2])
    name = f"term-{term.id}"
    return context.say("glossary-term", term=context.say(name), text=context.say(f"{name}-text"), source=said)


def find(context: Context, text: str) -> Term | None:
    """The term that a whole text names exactly, if any."""
    asked = _bare(text)
    return next((term for term in context.pack.glossary if asked in _names(context, term)), None)


def _names(context: Context, term: Term) -> set[str]:
    said = (term.term, *term.also, context.say(f"term-{term.id}"))
    return {_bare(name.partition("(")[0]) for name in said} | {_bare(name) for name in said}


def _bare(text: str) -> str:
    words = key(text).split()
    articles = {"le", "la", "les", "l", "un", "une", "des", "du", "de", "d", "the", "a", "an"}
    while len(words) > 1 and words[0] in articles:
        words = words[1:]
    return " ".join(words)


def _near(context: Context, asked: str) -> list[Term]:
    allowed = 1 if len(asked) < 9 else 2
    terms = context.pack.glossary
    close = [t for t in terms if any(distance(asked, n, allowed) <= allowed for n in _names(context, t) if len(n) > 2)]
    if close:
        return close[:_MOST_SHOWN]
    said = [t for t in terms if any(f" {name} " in f" {asked} " for name in _names(context, t) if len(name) > 2)]
    return (said or [t for t in terms if any(asked in name.split() for name in _names(context, t))])[:_MOST_SHOWN]


def _buttons(context: Context, terms: tuple[Term, ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(f"glossary/term:{term.id}", cards.short(context.say(f"term-{term.id}"))) for term in terms[:_MOST_SHOWN]
    )


def _choose(context: Context, step: str, value: str) -> Turn | None:
    for term in context.pack.glossary:
        if step == "term" and term.id == value:
            return context.turn(Reply(definition(context, term)))
    return word(context)


DIALOGUE = Dialogue(name="glossary", choose=_choose, commands={"mot": word})
