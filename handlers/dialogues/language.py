"""The language of the conversation: chosen, never guessed against the person's will."""

from __future__ import annotations

from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.messages import Choice, Reply
from handlers.understand import key


def language(context: Context, argument: str = "") -> Turn:
    """« langue », « langue anglais »: choose, or switch at once if named."""
    wording = context.world.guide.wording
    for code in wording.languages:
        names = {key(name) for name in (code, *wording.parts(f"language-{code}"))}
        if argument and key(argument) in names:
            return _switched(context, code)
    choices = tuple(
        Choice(f"language/choose:{code}", wording.say(code, f"language-{code}")) for code in wording.languages
    )
    return context.turn(Reply(context.say("language-choose"), choices))


def _switched(context: Context, code: str) -> Turn:
    switched = context.having(language=code)
    return switched.turn(Reply(switched.say("language-switched")))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    return _switched(context, value) if value in context.world.guide.wording.languages else language(context)


DIALOGUE = Dialogue(name="language", choose=_choose, commands={"langue": language})
