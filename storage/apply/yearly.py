"""A figure of a year entered by hand takes the place of the one before."""

from __future__ import annotations

from sqlalchemy import Connection

from handlers.effects_yearly import EnterFigure
from handlers.yearly import Entered
from storage.apply.turn import Context
from storage.yearly import enter


def write(connection: Connection, context: Context, effect: EnterFigure) -> None:
    """Keep it, with the role that wrote it and the hour."""
    who = (effect.role, effect.network)
    enter(connection, Entered(effect.year, effect.figure, effect.value, *who, context.now))
