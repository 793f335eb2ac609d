"""What was offered last, so that a number, a letter or a label typed later finds its button."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from handlers.context import Context
from handlers.effects import Say
from handlers.messages import Choice, Reply
from handlers.understand import Option, key, letter_in, match

LETTERED, LETTERED_AT, NUMBERED = "lettered", "lettered_at", "offered"
ALONE = "offered_alone"
"""The turn at which a yes was asked for while a question is open: shown alone, it is what a yes then means."""
_SHORTEST = 4
YES_OR_NO = ("oui", "non")


def keep(memo: Mapping[str, str], said: Iterable[Say], version: int, *, asking: bool) -> dict[str, str]:
    """The memo with the buttons of what is said: those of a notice by letter; by number, those of a reply,
    unless a question is open, whose numbers are its own."""
    kept = {name: value for name, value in memo.items() if not (asking and name == NUMBERED)}
    for effect in said:
        if effect.reply.choices and effect.kind == "notice":
            kept |= {LETTERED: _written(effect.reply), LETTERED_AT: str(version)}
        elif effect.reply.choices and not asking:
            kept[NUMBERED] = _written(effect.reply)
    return kept


def lettering(context: Context, choices: tuple[Choice, ...]) -> Context:
    """The context with these choices offered by letter, as if by the message before this one."""
    written = _written(Reply("", choices))
    return context.remembering(**{LETTERED: written, LETTERED_AT: str(context.conversation.version - 1)})


def numbering(context: Context, choices: tuple[Choice, ...]) -> Context:
    """The context with these choices offered by number, as if by the message before this one."""
    return context.remembering(**{NUMBERED: _written(Reply("", choices))})


def numbered(context: Context) -> str | None:
    """The button that a text names among those offered by number."""
    found = match(context.inbound.text, _remembered(context, NUMBERED), context.guide.lexicon)
    return found.values[0] if found.found else None


def lettered(context: Context) -> str | None:
    """The button of a notice that a letter alone means."""
    options, place = _remembered(context, LETTERED), letter_in(context.inbound.text)
    return options[place].value if place is not None and place < len(options) else None


def labelled(context: Context) -> str | None:
    """The button of a notice whose whole label was typed."""
    said = key(context.inbound.text)
    named = [option.value for option in _remembered(context, LETTERED) if said and said == key(option.label)]
    return named[0] if named else None


def shown_beside(context: Context) -> str | None:
    """The button of a notice whose whole label was typed right after it."""
    return labelled(context) if context.memo(LETTERED_AT) == str(context.conversation.version - 1) else None


def begun(context: Context) -> str | None:
    """The button of a notice whose label alone begins with what was typed; a bare yes or no begins none."""
    said, parts = key(context.inbound.text), context.guide.wording.parts
    if len(said) < _SHORTEST or said in {key(word) for name in ("says-oui", "says-non") for word in parts(name)}:
        return None
    named = [option.value for option in _remembered(context, LETTERED) if key(option.label).startswith(f"{said} ")]
    return named[0] if len(named) == 1 else None


def asks_yes(said: Reply) -> bool:
    """True for a question of one yes and one no."""
    return [choice.id.rpartition(":")[2] for choice in said.choices] == list(YES_OR_NO)


def answered_alone(context: Context) -> str | None:
    """The button that a yes, a no or its number means, right after a yes was asked for in the middle of a question."""
    if context.memo(ALONE) != str(context.conversation.version - 1):
        return None
    found = match(context.inbound.text, _remembered(context, LETTERED), context.guide.lexicon)
    return found.values[0] if found.found and (found.exact or found.numbered) else None


def shown(context: Context) -> Mapping[str, str]:
    """The buttons offered by number: a key for each label, and its button."""
    return {key(option.label): option.value for option in _remembered(context, NUMBERED)}


def agreed(context: Context) -> str | None:
    """The button of a notice that a bare yes or no means: only right after it, with no question open."""
    if context.memo(LETTERED_AT) != str(context.conversation.version - 1):
        return None
    found = match(context.inbound.text, _remembered(context, LETTERED), context.guide.lexicon)
    return found.values[0] if found.found and found.exact else None


def _written(reply: Reply) -> str:
    return json.dumps([[choice.id, choice.label] for choice in reply.choices], ensure_ascii=False)


def _remembered(context: Context, name: str) -> tuple[Option, ...]:
    kept, wording = context.memo(name), context.guide.wording
    return tuple(
        Option(id, label, wording.parts(f"says-{id.rpartition(':')[2]}"))
        for id, label in (json.loads(kept) if kept else ())
    )
