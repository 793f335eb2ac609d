"""What a tap, or a text, means among the buttons shown: by its id, its letter, its number, its label."""

from __future__ import annotations

from handlers import commanded, in_course, offers
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import BY_NAME, roles
from handlers.messages import choice_parts


def chosen(context: Context, choice: str) -> Turn:
    """What a button does, or that it is closed."""
    parts = choice_parts(choice)
    dialogue = BY_NAME.get(parts[0]) if parts and roles.opens(context, parts[0], parts[1]) else None
    turn = dialogue.choose(context.remembering(unclear=""), parts[1], parts[2]) if dialogue and parts else None
    if turn is None or dialogue is None:
        return in_course.again(context, context.say("button-closed"))
    return in_course.with_question(context, dialogue, turn)


def touched(context: Context, asking: Dialogue | None) -> Turn | None:
    """The label of a button shown last is that button, before any command that begins alike."""
    return _any(context, commanded.touched(context, asking))


def letter(context: Context, asking: Dialogue | None) -> Turn | None:
    """The letter of a button beside the question, its whole label, or a bare yes or no right after it."""
    found = offers.lettered(context) or offers.answered_alone(context)
    if found is None and not (asking and commanded.is_an_answer(context, asking)):
        found = offers.labelled(context) or (None if asking else offers.agreed(context))
    return _any(context, found)


def offered(context: Context, asking: Dialogue | None) -> Turn | None:
    """The number of a button, or words that are enough to know it; with no question open."""
    return _any(context, None if asking else offers.numbered(context))


def noticed(context: Context, asking: Dialogue | None) -> Turn | None:
    """The first words of a button beside the question, when the question does not know them."""
    return _any(context, offers.begun(context) if asking else None)


def _any(context: Context, choice: str | None) -> Turn | None:
    return chosen(context, choice) if choice is not None else None
