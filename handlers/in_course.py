"""The question in course: which dialogue asks it, and how it is asked again after something else was answered."""

from __future__ import annotations

from dataclasses import replace

from handlers import forms, offers
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import BY_NAME, language, questionnaire
from handlers.effects import Effect, Forget, Say, Unlink
from handlers.messages import Reply


def asking(context: Context) -> Dialogue | None:
    """The dialogue whose question waits for an answer."""
    dialogue = BY_NAME.get(context.conversation.dialogue)
    return dialogue if dialogue and dialogue.asks(context.conversation) else None


def again(context: Context, said: str) -> Turn:
    """What is said, then the question in course if there is one."""
    dialogue = asking(context)
    if dialogue:
        return dialogue.show(context, said)
    if questionnaire.is_adrift(context.conversation):
        return forms.following(questionnaire.FORM, context, said)
    return context.turn(Reply(said))


def passes(context: Context, dialogue: Dialogue | None) -> bool:
    """True if there is a question that can be passed: its button says so, or it is one of the questionnaire."""
    shown = dialogue.show(context).effects if dialogue else ()
    choices = (choice for effect in shown if isinstance(effect, Say) for choice in effect.reply.choices)
    asks = questionnaire.asks(context.conversation)
    return asks or any(choice.id.endswith(f":{forms.SKIP}") for choice in choices)


def with_question(context: Context, answering: Dialogue, turn: Turn) -> Turn:
    """If another dialogue answered while a question stays open, its buttons take letters and the
    question is shown again, in the language of the turn."""
    dialogue = asking(_after(context, turn))
    if dialogue is None or dialogue is answering or any(map(_leaves, turn.effects)):
        return turn
    effects = tuple(replace(e, kind="notice") if isinstance(e, Say) and e.reply.choices else e for e in turn.effects)
    said = [effect.reply for effect in effects if isinstance(effect, Say)]
    if said and offers.asks_yes(said[-1]):
        # One question at a time: the one in course comes back with the answer.
        alone = _after(context, turn).remembering(**{offers.ALONE: str(turn.conversation.version)})
        return Turn(alone.conversation, effects)
    shown = dialogue.show(_after(context, turn))
    return Turn(shown.conversation, effects + shown.effects)


def finished(context: Context, turn: Turn) -> Turn:
    """The turn with what was offered last remembered, so that a number, a letter or a label finds it."""
    turn = language.written(turn)
    if any(isinstance(effect, Forget) for effect in turn.effects):
        return turn
    memo = {name: kept for name, kept in turn.conversation.memo.items() if name != "changed"}
    if memo.get(offers.ALONE) != str(turn.conversation.version):
        memo.pop(offers.ALONE, None)
    said = [effect for effect in turn.effects if isinstance(effect, Say)]
    memo = offers.keep(memo, said, turn.conversation.version, asking=asking(_after(context, turn)) is not None)
    return Turn(replace(turn.conversation, memo=memo), turn.effects)


def _leaves(effect: Effect) -> bool:
    """True if what was asked is no longer asked here."""
    return isinstance(effect, Forget) or (isinstance(effect, Unlink) and effect.here)


def _after(context: Context, turn: Turn) -> Context:
    return Context(turn.conversation, context.inbound, context.world)
