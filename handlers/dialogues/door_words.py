"""What the conversations of who organises share: a button, a gathering of their own, a line of the journal."""

from __future__ import annotations

from handlers.context import Context
from handlers.dialogues import coming_organise
from handlers.dialogues.coming_words import claimed
from handlers.effects import Record
from handlers.gatherings import Gathering, Hall
from handlers.messages import Choice
from handlers.roles import ANIMATOR

NAME = "door"


def button(context: Context, step: str, value: object, name: str, /, **values: object) -> Choice:
    """A button of this dialogue."""
    return context.choice(f"{NAME}/{step}:{value}", name, **values)


def mine(context: Context, value: str, *, lock: bool = False) -> Hall | None:
    """A gathering of a network that the person animates now."""
    hall = claimed(context, value, lock=lock)
    return hall if hall is not None and coming_organise.is_mine(context, hall.gathering) else None


def used(gathering: Gathering, action: str, count: int = 1) -> Record:
    """A line of the journal."""
    return Record(ANIMATOR, gathering.network, action, count)
