"""How one member is told to another: a name, a line, a card. Only what `shown` holds, in the language of who reads."""

from __future__ import annotations

from datetime import datetime

from handlers import card_words
from handlers.context import Context
from handlers.dates import in_words, local_date
from handlers.meetings import Introduction, Member, choice_id
from handlers.members import MEMBERS, visible
from handlers.messages import NO_ANSWERS, Choice
from handlers.quiet import awake

NAME = "meeting"
_HEAD = ("name", "structure", "line")
_LONGEST_NAME = 40


def speaking(context: Context, language: str) -> Context:
    """The same in the language of the other one, if the pack has it."""
    return context.having(language=language) if language in context.world.guide.wording.languages else context


def myself(context: Context) -> Member:
    """The person of the turn, as members may read them."""
    profile = context.world.members.profile()
    return Member(0, "", visible(profile, MEMBERS) if profile is not None else NO_ANSWERS)


def who(context: Context, member: Member | None) -> str:
    """A name to call someone by."""
    shown = member.shown if member is not None else NO_ANSWERS
    name = shown.get("name") or shown.get("structure")
    return name[:_LONGEST_NAME] if name else context.say("meeting-someone")


def line(context: Context, member: Member) -> str:
    """Someone in two lines at most: for a list."""
    told = (card_words.line(context, name, member.shown) for name in ("offers", "seeks", "domains"))
    said = member.shown.get("line") or next((each for each in told if each), "")
    return "\n".join(part for part in (_head(context, member), said) if part)


def card(context: Context, member: Member) -> str:
    """All that may be read of someone."""
    rest = {name: said for name, said in member.shown.items() if name not in _HEAD}
    lines = (_head(context, member), member.shown.get("line", ""), *card_words.lines(context, rest))
    return "\n".join(part for part in lines if part)


def _head(context: Context, member: Member) -> str:
    named = [member.shown[name] for name in ("name", "structure") if member.shown.get(name)]
    return ", ".join(named) or who(context, None)


def day(context: Context, moment: datetime) -> str:
    """A day in words."""
    return in_words(local_date(moment, context.world.guide.pack.territory.timezone), context.conversation.language)


def morning(context: Context) -> datetime:
    """Now, or the next morning: nobody is woken by another member."""
    return awake(context.world.now, context.world.guide.pack.territory.timezone, context.world.durations)


def tonight(context: Context) -> bool:
    """True if what is sent now waits for the morning."""
    return morning(context) > context.world.now


def button(context: Context, step: str, value: object, name: str, /, **values: object) -> Choice:
    """A button of this dialogue."""
    return context.choice(choice_id(step, value), name, **values)


def labels(context: Context, *steps: str) -> tuple[tuple[str, str], ...]:
    """The buttons under what the other one is told."""
    return tuple((step, context.say(f"meeting-button-{step}")) for step in steps)


def number_in(value: str) -> int | None:
    """The number of an introduction, or of a person, that a button carries."""
    first = value.partition(".")[0]
    return int(first) if first.isascii() and first.isdecimal() and len(first) <= len(str(2**63)) - 1 else None


def claimed(context: Context, value: str) -> Introduction | None:
    """The introduction that a button names, locked; None if it is none of this person's."""
    number = number_in(value)
    return context.world.meetings.claim(number) if number is not None else None
