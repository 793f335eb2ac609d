"""Words that are commands: what they do, to the question in course or besides it, and when they are an answer."""

from __future__ import annotations

from handlers import commands, drafts, in_course, offers
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import BY_NAME, COMMANDS, glossary, help, roles
from handlers.effects import Say
from handlers.understand import Option, key

_CHANGES = ("community/card:edit", "desk/change:")
"""Buttons under a card that is shown: what « modifier » changes then."""


def read(context: Context, asking: Dialogue | None) -> Turn | None:
    """What a text that is a command does; None if it is none, or is the answer to the question in course."""
    command = roles.allowed(context, context.guide.commands.find(context.inbound.text))
    if command is None or (takes_text(context, asking) and _is_text(context, command)):
        return None
    if command.name == "" and command.marked:
        return in_course.again(context, context.say("unknown-command")) if asking else help.help_words(context)
    if asking and command.name != commands.STOP and not command.marked and is_an_answer(context, asking):
        return None
    return run(context, asking, command)


def _is_text(context: Context, command: commands.Command) -> bool:
    """« Lieux partagés » is a text where one is asked; « mot SCIC » asks for a word that we know."""
    asked = command.name == "mot" and glossary.find(context, command.argument)
    return bool(command.argument) and not command.marked and not asked


def run(context: Context, asking: Dialogue | None, command: commands.Command) -> Turn | None:
    """What a command does here."""
    dialogue = COMMANDS[command.name]
    if (turn := _moved(context, asking, command)) is not None:
        return turn
    turn = dialogue.commands[command.name](context, command.argument)
    return in_course.with_question(context, dialogue, turn) if turn is not None else None


def _moved(context: Context, asking: Dialogue | None, command: commands.Command) -> Turn | None:
    """What a command does to the question in course, or to a form left in the middle."""
    begun = drafts.begun(context.conversation)
    elsewhere = asking is None or asking.name not in begun
    if elsewhere and command.name == "reprendre" and begun and roles.opens(context, begun[-1], ""):
        asking = BY_NAME.get(begun[-1])
    move = asking.moves.get(command.name) if asking else None
    turn = move(context, command.argument) if move else None
    return in_course.with_question(context, asking, turn) if asking and turn else None


def touched(context: Context, asking: Dialogue | None) -> str | None:
    """The button shown last that a text names whole, or that « modifier », « corriger » means there."""
    command = context.guide.commands.find(context.inbound.text)
    if command is not None and command.name == commands.STOP:
        return None
    if asking:
        beside = offers.shown_beside(context)
        return None if beside is None or is_an_answer(context, asking) else beside
    shown = offers.shown(context)
    changes = command is not None and command.name == "modifier" and not command.argument
    card = next((id for id in shown.values() if changes and id.startswith(_CHANGES)), None)
    return shown.get(key(context.inbound.text), card)


def takes_text(context: Context, asking: Dialogue | None) -> bool:
    """True if the question in course is answered by nearly any text."""
    return asking is not None and asking.free(context.conversation)


def is_an_answer(context: Context, asking: Dialogue) -> bool:
    """True if the whole text is exactly a label or synonym of the question in course."""
    turn = asking.show(context)
    options = [
        Option(choice.id, choice.label) for s in turn.effects if isinstance(s, Say) for choice in s.reply.choices
    ]
    return key(context.inbound.text) in {
        key(option.label) for option in options if not option.value.endswith((":back", ":skip"))
    }


def inside(context: Context, asking: Dialogue | None) -> Turn | None:
    """A command asked for inside a sentence, when nothing else was understood."""
    command = roles.allowed(context, context.guide.commands.inside(context.inbound.text))
    return run(context, asking, command) if command else None
