"""A yes, a no or a number alone: rarely an answer to a question that asks for words."""

from __future__ import annotations

from handlers.context import Context
from handlers.understand import key, number_in


def is_yes_or_no(context: Context, text: str) -> bool:
    """True for « oui » or « non » alone, in any language of the pack."""
    parts = context.guide.wording.parts
    return key(text) in {key(word) for name in ("says-oui", "says-non") for word in parts(name)}


def is_no_question(context: Context, text: str) -> bool:
    """True for a text that asks nothing of anybody: a yes, a no, a number, a sign."""
    alone = is_yes_or_no(context, text) or number_in(text, context.guide.lexicon) is not None
    return alone or not any(map(str.isalpha, text))


def refusal(context: Context, said: str, example: str) -> str:
    """What is said of it, with an example if there is a sentence of that name."""
    known = context.say(example) if example and context.guide.wording.has(example) else ""
    return " ".join(part for part in (context.say("form-bare", said=said), known) if part)
