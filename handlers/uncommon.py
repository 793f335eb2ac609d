"""Messages that are no plain text nor tap: a correction, words of someone else passed on, a voice; what is read of
each."""

from __future__ import annotations

from dataclasses import replace

from handlers import commands, sensitive
from handlers.context import Context
from handlers.roles import code_within

EDIT, FORWARD, VOICE = "edit", "forward", "voice"
_PLAIN = frozenset({"text", "choice"})
_WORDS = frozenset({EDIT, FORWARD})
_ANSWER = 5
"""Words: what is passed on is rarely an answer if it is longer."""


def typed(context: Context) -> Context:
    """Words, as if they had been typed."""
    if context.inbound.kind not in _WORDS:
        return context
    return replace(context, inbound=replace(context.inbound, kind="text"))


def unread(context: Context, *, free: bool) -> str:
    """The name of the sentence that says that it is not read; nothing if it is read as if it had been typed. `free`:
    nearly any text is an answer here."""
    kind = context.inbound.kind
    if kind in _PLAIN or (kind in _WORDS and _is_urgent(context)):
        return ""
    if kind == EDIT:
        # What was not understood, written again. What was understood is changed by its name only.
        return "" if context.memo("unclear") else "edited"
    if kind == FORWARD:
        own = free or len(context.inbound.text.split()) <= _ANSWER or code_within(context.inbound.text)
        return "" if own else "forwarded"
    return "only-text-voice" if kind == VOICE else "only-text"


def _is_urgent(context: Context) -> bool:
    """« stop », or words that call for help: heard wherever they are."""
    command = context.guide.commands.find(context.inbound.text)
    stops = command is not None and command.name == commands.STOP
    return stops or sensitive.is_distress(context.inbound.text, context.guide.wording)
