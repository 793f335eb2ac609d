"""An orientation is followed from a turn on, and what a person says of it is kept until its time is over."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import Connection

from handlers.effects_outcomes import FollowUp, OutcomeEffect, SayOutcome
from storage import outcomes
from storage.apply.turn import Context


def write(connection: Connection, context: Context, effect: OutcomeEffect) -> None:
    """Write one of these effects for the person of the turn."""
    if context.person is None:
        return
    match effect:
        case FollowUp():
            outcomes.follow(connection, context.person, effect.doors, context.now, context.zone)
        case SayOutcome():
            outcomes.say(connection, context.person, effect.id, effect.answer, effect.tried)
        case _:
            assert_never(effect)
