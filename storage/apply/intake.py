"""What a turn counts is added to its week; a finished orientation is a record without a person."""

from __future__ import annotations

from typing import assert_never

from sqlalchemy import Connection

from handlers.effects_intake import Count, IntakeEffect, TakeIn
from handlers.weeks import week_of
from storage import intake, tallies
from storage.apply.turn import Context


def write(connection: Connection, context: Context, effect: IntakeEffect) -> None:
    """Write one of these effects."""
    match effect:
        case Count():
            tallies.tally(connection, context.now, context.zone, (effect,))
        case TakeIn():
            week = week_of(context.now, context.zone)
            intake.take_in(connection, effect, context.person, week, context.draw)
        case _:
            assert_never(effect)
