"""A member's card in everyday words: the name of each field, its values as they are read, a line for each."""

from __future__ import annotations

from collections.abc import Mapping

from handlers.context import Context
from handlers.layout import capital
from handlers.understand import Option

TAGS = {"domains": "domain", "offers": "exchange", "seeks": "exchange"}
"""Fields whose values are words of the pack, and what opens the names of their labels."""
WORDS = {"offers": "offers_text", "seeks": "seeks_text"}
"""Fields beside which free words are kept, and under which name."""
YES, NO = "oui", "non"


def fact_of(context: Context, name: str) -> str:
    """The fact of the table that a field of the card repeats, or nothing."""
    facts = {str(field): fact for field, fact in context.pack.community.facts.items()}
    return facts.get(name, "")


def topic(context: Context, name: str) -> str:
    """What a field is about, to open a line or name a button."""
    fact = fact_of(context, name)
    return context.say(f"topic-{fact}" if fact else f"member-topic-{name}")


def options(context: Context, name: str) -> tuple[Option, ...]:
    """The values among which a field is chosen; none for a free text."""
    guide, language = context.guide, context.language
    community, fact = guide.pack.community, fact_of(context, name)
    if name in TAGS:
        tags = community.domains if name == "domains" else community.exchanges
        return tuple(guide.wording.option(language, TAGS[name], tag.id, tag.says) for tag in tags)
    if name in ("testify", "visibility"):
        values = (YES, NO) if name == "testify" else ("members", "hidden", "public")
        return tuple(guide.wording.option(language, f"member-{name}", value) for value in values)
    question = guide.pack.question_by_fact.get(fact)
    if question is None:
        return ()
    if question.kind == "place":
        return tuple(guide.wording.option(language, "elsewhere", p.id, p.says) for p in guide.pack.places.elsewhere)
    return tuple(guide.wording.option(language, f"answer-{fact}", a.value, a.says) for a in question.answers)


def is_place(context: Context, name: str) -> bool:
    """True for the field that repeats the commune."""
    question = context.pack.question_by_fact.get(fact_of(context, name))
    return question is not None and question.kind == "place"


def known(context: Context, name: str, value: str) -> str:
    """The values of a field that still exist; a free text as it is."""
    choices = options(context, name)
    if not choices:
        return value
    places = context.guide.places.name_by_slug if is_place(context, name) else {}
    values = {option.value for option in choices}
    return " ".join(each for each in value.split() if each in values or each in places)


def said(context: Context, name: str, shown: Mapping[str, str]) -> str:
    """What a card says of a field, with the free words that go with it."""
    value, labels = shown.get(name, ""), {option.value: option.label for option in options(context, name)}
    if labels:
        places = context.guide.places.name_by_slug if is_place(context, name) else {}
        found = (labels.get(each) or places.get(each) for each in value.split())
        value = ", ".join(label for label in found if label)
    words = shown.get(WORDS.get(name, ""), "")
    return " ".join(part for part in (value, context.say("form-quoted", text=words) if words else "") if part)


def line(context: Context, name: str, shown: Mapping[str, str]) -> str:
    """A field in one line; nothing if nothing is said of it."""
    value, about = said(context, name, shown), topic(context, name)
    return context.say("member-line", topic=capital(about), said=value) if value else ""


def lines(context: Context, shown: Mapping[str, str]) -> tuple[str, ...]:
    """A card, or the part of it that may be read (members.visible), a line for each field."""
    names = (name for name in shown if name not in WORDS.values())
    beside = (name for name, words in WORDS.items() if words in shown and name not in shown)
    found = (line(context, name, shown) for name in (*names, *beside))
    return tuple(each for each in found if each)
