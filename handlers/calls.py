"""Calls that have a last day: open or closed on a day, who wants to hear of it, and what they are told."""

from __future__ import annotations

from datetime import date

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dates import in_words
from handlers.decide import Table
from handlers.effects_gatherings import Follow
from handlers.guide import Guide
from handlers.messages import Choice, Reply
from handlers.pack import Scheme
from handlers.reminder_words import sayer, spoken

SUBJECT = "scheme"
"""Of what one follows: `scheme/<id>`."""
DAYS_BEFORE = (30, 7)
"""When who asked is told that a call ends."""


def subject(scheme: str) -> str:
    """What someone who wants to hear of this call follows."""
    return f"{SUBJECT}/{scheme}"


def is_ahead(scheme: Scheme, day: date) -> bool:
    """True while its last day is not over."""
    return scheme.deadline is not None and day <= scheme.deadline.closes


def table(context: Context) -> Table:
    """The decision table as it holds today."""
    return context.guide.table_on(context.today)


def closed_doors(context: Context) -> list[str]:
    """Of the doors that the answers lead to, those that are closed today, a line each."""
    guide, answers = context.guide, context.conversation.answers
    if table(context) is guide.table:
        return []
    found = (guide.pack.scheme_by_id[one.scheme] for one in guide.table.decide(answers).recommendations)
    return [_closed(context, scheme) for scheme in found if scheme.is_closed(context.today)]


def line_if_closed(context: Context, id: str) -> str:
    """That this call is closed, if it is."""
    scheme = context.pack.scheme_by_id[id]
    return _closed(context, scheme) if scheme.is_closed(context.today) else ""


def _closed(context: Context, scheme: Scheme) -> str:
    assert scheme.deadline is not None
    day = in_words(scheme.deadline.closes, spoken(context.guide, context.language))
    return context.say("call-closed-door", name=context.say(f"scheme-{scheme.id}"), day=day)


def line(context: Context, scheme: Scheme) -> str:
    """Until when; nothing for what has no last day."""
    if scheme.deadline is None:
        return ""
    language, closes = context.language, scheme.deadline.closes
    day = in_words(closes, spoken(context.guide, language))
    if scheme.is_closed(context.today):
        return context.say("call-closed", day=day)
    opens = scheme.deadline.opens
    if opens is not None and opens > context.today:
        first = in_words(opens, spoken(context.guide, language))
        return context.say("call-opens", first=first, day=day)
    return context.say("call-open", day=day)


def buttons(context: Context, scheme: Scheme) -> tuple[Choice, ...]:
    """To hear of it in time, if there is still time for it."""
    if not _left(scheme, context.today):
        return ()
    return (context.choice(f"reminding/call:{scheme.id}", "call-follow"),)


def _left(scheme: Scheme, day: date) -> tuple[int, ...]:
    if scheme.deadline is None:
        return ()
    remaining = (scheme.deadline.closes - day).days
    return tuple(days for days in DAYS_BEFORE if days < remaining)


def follow(context: Context, id: str) -> Turn | None:
    """« Me rappeler la date »: a yes to these two messages, and to nothing else."""
    scheme = context.pack.scheme_by_id.get(id)
    if scheme is None:
        return None
    if not is_ahead(scheme, context.today) or scheme.deadline is None:
        return context.turn(Reply(context.say("call-none")))
    left = _left(scheme, context.today)
    if not left:
        day = in_words(scheme.deadline.closes, spoken(context.guide, context.language))
        return context.turn(Reply(context.say("call-too-near", day=day)))
    first, *others = left
    said = (
        context.say("call-followed", first=first, second=others[0])
        if others
        else context.say("call-followed-once", days=first)
    )
    return context.turn(Follow(subject(id)), Reply(said))


def unfollow(context: Context, id: str) -> Turn | None:
    """Not to hear of it any more."""
    if id not in context.pack.scheme_by_id:
        return None
    said = context.say("announce-unfollowed", what=context.say(f"scheme-{id}"))
    return context.turn(Follow(subject(id), follows=False), Reply(said))


def told(guide: Guide, language: str, scheme: Scheme, days: int) -> Reply:
    """So many days are left: what to do before."""
    assert scheme.deadline is not None
    say, day = sayer(guide, language), in_words(scheme.deadline.closes, spoken(guide, language))
    name = say(f"scheme-{scheme.id}")
    lines = [say("call-title", name=name, days=days, day=day), say("call-checklist")]
    count = len(scheme.next_steps)
    lines += [say("call-step", step=say(f"scheme-{scheme.id}-step-{number}")) for number in range(1, count + 1)]
    choices = (
        Choice(f"orientation/scheme:{scheme.id}", say("call-card")),
        Choice(f"reminding/uncall:{scheme.id}", say("call-unfollow")),
    )
    return Reply("\n".join(lines), choices)
