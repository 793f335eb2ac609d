"""The yes that a person gives to one purpose: one text each, as easy to refuse as to give, dated by its words."""

from __future__ import annotations

from hashlib import sha256

from handlers import alerts
from handlers.context import Context
from handlers.effects import Agree, Withdraw
from handlers.messages import Reply

KEEP, STATISTICS, COMMUNITY = "keep", "statistics", "community"
GATHERINGS, FOLLOWUP, HANDOVER = "gatherings", "followup", "handover"
PURPOSES = (KEEP, STATISTICS, COMMUNITY, GATHERINGS, FOLLOWUP, HANDOVER)
"""What a person may say yes to, each apart. Orientation needs none."""

ALERTS = alerts.PURPOSE
ALL = (*PURPOSES, ALERTS)
LASTING = (COMMUNITY, GATHERINGS, FOLLOWUP, HANDOVER)
"""Those that keep a person known for months of silence (handlers.durations)."""

YES, NO = "oui", "non"


def has_yes(context: Context, purpose: str) -> bool:
    """True if the last word of this person on a purpose is yes."""
    return context.world.person.consents.get(purpose) == "yes"


def given(context: Context) -> tuple[str, ...]:
    """The purposes that this person said yes to last."""
    return tuple(purpose for purpose in ALL if has_yes(context, purpose))


def text_of(context: Context, purpose: str) -> str:
    """What is agreed to: one text for each purpose, with the durations that hold now."""
    return context.say(_name(purpose), **_values(context))


def wording_of(context: Context, name: str, /, **values: object) -> str:
    """The version of a text that was read: its name, its language and the beginning of its hash."""
    digest = sha256(context.say(name, **values).encode()).hexdigest()[:8]
    return f"{name}/{context.language}/{digest}"


def offer(context: Context, purpose: str, at: str = "") -> Reply:
    """The question, with a button for yes and one for no; `at`: whose `<dialogue>/<step>` the buttons are."""
    at = at or f"consent/{purpose}"
    labels = ((YES, f"{_name(purpose)}-yes"), (NO, f"{_name(purpose)}-no"))
    choices = tuple(context.choice(f"{at}:{value}", label, **_values(context)) for value, label in labels)
    return Reply(text_of(context, purpose), choices)


def decided(context: Context, purpose: str, *, yes: bool) -> Agree | Withdraw:
    """The yes or the no to a purpose, to be recorded with the version of its text."""
    wording = wording_of(context, _name(purpose), **_values(context))
    return Agree(purpose, wording) if yes else Withdraw(purpose, wording)


def _name(purpose: str) -> str:
    return "alerts-on" if purpose == ALERTS else f"consent-{purpose}"


def _values(context: Context) -> dict[str, object]:
    kept = context.world.durations
    return {"hours": kept.hours_without_yes, "days": kept.days_with_keep, "months": kept.months_of_silence}
