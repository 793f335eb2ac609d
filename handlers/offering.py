"""When a yes is asked for: one question at a time, each once, and none right after one that was left unanswered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from handlers import consent
from handlers.consent import FOLLOWUP, KEEP, STATISTICS
from handlers.context import Context
from handlers.conversation import Turn
from handlers.effects import Say
from handlers.messages import Reply

_ASKED: Mapping[str, str] = {
    STATISTICS: "counting_offered",
    KEEP: "keep_offered",
    FOLLOWUP: "followup_offered",
}
"""Memos: what was asked of someone who has not answered yet."""
_AT: Mapping[str, str] = {STATISTICS: "", KEEP: "privacy/keep", FOLLOWUP: "outcome/agree"}
"""Whose the buttons are, when they are not those of « mes accords »."""


def was_asked(context: Context, purpose: str) -> bool:
    """True once this was asked, or answered."""
    return purpose in context.world.person.consents or bool(context.memo(_ASKED[purpose]))


def offering(context: Context, turn: Turn, purpose: str) -> Turn:
    """The same turn, with the question if it was never asked, and if no other one is there or waits. That of
    statistics has one moment only, the first result: it does not wait."""
    after = Context(turn.conversation, context.inbound, context.world)
    if was_asked(after, purpose) or _is_beside(turn) or (purpose != STATISTICS and _waits(after)):
        return turn
    offered = Say(consent.offer(context, purpose, _AT[purpose]), kind="notice")
    return replace(turn, conversation=_noted(after, purpose).conversation, effects=(*turn.effects, offered))


def ask(context: Context, purpose: str) -> Turn:
    """The question, for who asks for it."""
    return _noted(context, purpose).turn(consent.offer(context, purpose, _AT[purpose]))


def comes_back(context: Context) -> bool:
    """True if this message opens a visit: nothing was heard for a while."""
    seen = context.world.person.last_seen
    return seen is not None and context.now - seen > timedelta(hours=context.world.durations.pause_hours)


def _noted(context: Context, purpose: str) -> Context:
    return context.remembering(**{_ASKED[purpose]: "1"})


def _is_beside(turn: Turn) -> bool:
    """True if the turn already asks for a yes."""
    said: tuple[Reply, ...] = tuple(effect.reply for effect in turn.effects if isinstance(effect, Say))
    return any(choice.id.endswith(f":{consent.YES}") for reply in said for choice in reply.choices)


def _waits(context: Context) -> bool:
    """True if one was left without an answer in this visit: asking for another would be nagging."""
    waits = any(memo in context.conversation.memo for of, memo in _ASKED.items() if not _answered(context, of))
    return waits and not comes_back(context)


def _answered(context: Context, purpose: str) -> bool:
    return purpose in context.world.person.consents
