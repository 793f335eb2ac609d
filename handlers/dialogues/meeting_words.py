"""How one member is told to another: a name, a line, a card. Only what `shown` holds, in the language of who reads."""

from __future__ import annotations

from handlers import card_words
from handlers.context import Context
from handlers.layout import in_lines
from handlers.meetings import Introduction, Member, choice_id
from handlers.members import MEMBERS, visible
from handlers.messages import NO_ANSWERS, Choice, number_of

NAME = "meeting"
_HEAD = ("name", "structure", "line")
_LONGEST_NAME = 40


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
    return in_lines((_head(context, member), said))


def card(context: Context, member: Member) -> str:
    """All that may be read of someone."""
    rest = {name: said for name, said in member.shown.items() if name not in _HEAD}
    lines = (_head(context, member), member.shown.get("line", ""), *card_words.lines(context, rest))
    return in_lines(lines)


def _head(context: Context, member: Member) -> str:
    named = [member.shown[name] for name in ("name", "structure") if member.shown.get(name)]
    return ", ".join(named) or who(context, None)


def tonight(context: Context) -> bool:
    """True if what is sent now waits for the morning."""
    return context.world.morning > context.now


def button(context: Context, step: str, value: object, name: str, /, **values: object) -> Choice:
    """A button of this dialogue."""
    return context.choice(choice_id(step, value), name, **values)


def labels(context: Context, *steps: str) -> tuple[tuple[str, str], ...]:
    """The buttons under what the other one is told."""
    return tuple((step, context.say(f"meeting-button-{step}")) for step in steps)


def claimed(context: Context, value: str) -> Introduction | None:
    """The introduction that a button names, locked; None if it is none of this person's."""
    number = number_of(value)
    return context.world.meetings.claim(number) if number is not None else None
