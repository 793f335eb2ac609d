"""What someone is told whose role is taken back from the machine itself, not in a conversation."""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.durations import Durations
from handlers.effects import TellPerson
from handlers.guide import Guide
from handlers.messages import Reply
from handlers.quiet import awake, night_of
from handlers.roles import Given

_SOON = timedelta(seconds=1)
"""Nobody waits for it here: it leaves with what is due."""


def role_taken(guide: Guide, held: Given, now: datetime, durations: Durations) -> TellPerson:
    """In their language, not at night."""
    wording = guide.wording
    language = held.language if held.language in wording.languages else wording.languages[0]
    role = wording.say(language, f"role-{held.role.name}", network=guide.pack.network_name(held.role.network))
    due = awake(now + _SOON, night_of(guide, durations))
    return TellPerson(held.person, Reply(wording.say(language, "role-taken", role=role)), due=due)
