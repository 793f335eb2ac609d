"""What one message adds to the figures, read from the conversation before it and after it: where the questions were
reached, answered, passed or left, and the orientation that came to its result."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from handlers import counted
from handlers.consent import STATISTICS, has_yes
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.decide import Result
from handlers.dialogues import questionnaire
from handlers.effects import Agree, Effect, Forget, Withdraw
from handlers.effects_intake import Count, TakeIn
from handlers.guide import Guide
from handlers.weeks import week_of

VISIT, DONE = "visit", "done"
"""Memos: the question in course, `<revision>/<fact> <seconds>`; the result last counted, `<hash> <week>`, and `+` once
it made a record."""

UNKNOWN = "unknown"
"""The code of an end without a door when no need was said."""


@dataclass(frozen=True, slots=True)
class _Moved:
    """What became of the questions in one turn."""

    counts: tuple[Count, ...]
    visit: str
    answered: bool


def counted_in(context: Context, turn: Turn) -> Turn:
    """The same turn, with what it counts; `context`: as the message found it."""
    before = context.conversation
    forgets = any(isinstance(effect, Forget) for effect in turn.effects)
    if forgets:
        return Turn(turn.conversation, (*turn.effects, *dropped(before)))
    moved = _moved(context, turn.conversation)
    after = replace(context, conversation=turn.conversation).remembering(**{VISIT: moved.visit})
    effects: list[Effect] = list(moved.counts)
    if moved.answered and questionnaire.at_result(after.conversation):
        after = _finished(after, effects)
    if _agrees(context, turn):
        after = _taken(after, effects)
    return Turn(after.conversation, (*turn.effects, *effects))


def _agrees(context: Context, turn: Turn) -> bool:
    """The last word on statistics, that of this turn included."""
    said = [effect for effect in turn.effects if isinstance(effect, Agree | Withdraw) and effect.purpose == STATISTICS]
    return isinstance(said[-1], Agree) if said else has_yes(context, STATISTICS)


def dropped(conversation: Conversation) -> tuple[Count, ...]:
    """What is counted when a conversation is erased: the question that was in course was left."""
    of, _, _ = conversation.memo.get(VISIT, "").partition(" ")
    return (Count(counted.LEFT, of),) if of else ()


def _moved(context: Context, after: Conversation) -> _Moved:
    """The question in course ends by an answer, or without one; by a step back, when one that was answered before is
    asked again; or it is left, with all the answers."""
    before, counts = context.conversation, list[Count]()
    visit = before.memo.get(VISIT, "")
    of, _, since = visit.partition(" ")
    fact = of.rpartition("/")[2]
    here = after.step if questionnaire.asks(after) and after.step in _facts(context) else ""
    answered = False
    for other in _given_besides(before, after, fact):
        counts += [Count(counted.REACHED, _step(context, other)), _answer(after, other, _step(context, other))]
        answered = True
    if of and (here not in ("", fact) or (questionnaire.at_result(after) and fact in after.answers)):
        counts.append(_ended(after, here, fact, of))
        answered = answered or counts[-1].name in (counted.ANSWERED, counted.SKIPPED)
        if counts[-1].name == counted.ANSWERED:
            spent = context.now.timestamp() - int(since or "0")
            counts.append(Count(counted.TIME, f"{fact}/{counted.bucket(spent, counted.TIMES)}"))
        visit = of = ""
    if here and not of:
        counts.append(Count(counted.REACHED, _step(context, here)))
        visit = f"{_step(context, here)} {int(context.now.timestamp())}"
    first = context.pack.orientation.questions[0].fact
    if after.answers.get(first) and not before.answers.get(first):
        counts.append(Count(counted.CONVERSATION))
    return _Moved(tuple(counts), visit, answered)


def _ended(after: Conversation, here: str, fact: str, of: str) -> Count:
    if here and here in after.answers:
        return Count(counted.BACK, of)
    return _answer(after, fact, of) if fact in after.answers else Count(counted.LEFT, of)


def _answer(after: Conversation, fact: str, of: str) -> Count:
    return Count(counted.ANSWERED if after.answers[fact] else counted.SKIPPED, of)


def _given_besides(before: Conversation, after: Conversation, fact: str) -> Iterator[str]:
    """Answers given in this turn to another question than the one in course."""
    if after.answers is before.answers or after.answers == before.answers:
        return
    for other, value in after.answers.items():
        if other not in (fact, after.step) and before.answers.get(other) != value:
            yield other


def _facts(context: Context) -> frozenset[str]:
    return frozenset(context.pack.question_by_fact)


def _step(context: Context, fact: str) -> str:
    return f"{context.pack.revision[:8]}/{fact}"


def _finished(after: Context, effects: list[Effect]) -> Context:
    """Counted once: the same answers shown again are no other orientation."""
    digest = _digest(after)
    if after.memo(DONE).partition(" ")[0] == digest:
        return after
    effects.append(Count(counted.FINISHED))
    return after.remembering(**{DONE: f"{digest} {_week(after)}"})


def _taken(after: Context, effects: list[Effect]) -> Context:
    """The record of the result last counted, if it makes none yet and its answers are still there."""
    digest, week, recorded = (*after.memo(DONE).split(), "", "", "")[:3]
    if not digest or recorded or questionnaire.FORM.next_name(after) or digest != _digest(after):
        return after
    effects.append(_record(after, week))
    if week == _week(after):
        effects.append(Count(counted.FINISHED_YES))
    return after.remembering(**{DONE: f"{digest} {week} +"})


def _record(after: Context, week: str) -> TakeIn:
    return record(after.guide, after.conversation.answers, week, other=bool(after.memo("other")))


def record(guide: Guide, answers: Mapping[str, str], week: str, *, other: bool = False) -> TakeIn:
    """What these answers add to the figures. `other`: they are about somebody else than who gave them."""
    table = guide.table
    found = table.decide(answers)
    doors = tuple(door.scheme for door in found.recommendations)
    asked = {fact: answers.get(fact, "") for fact in found.asked}
    if table.place_fact in asked:
        # Written down as the pack has them now: another one changes no figure of the past.
        asked |= table.place_facts(asked[table.place_fact])
    holder = not other and table.holds_project(answers)
    return TakeIn(asked, doors, _unmatched(guide, found, answers), week, guide.pack.revision, holder)


def _unmatched(guide: Guide, found: Result, answers: Mapping[str, str]) -> str:
    """The first need, when no rule led to a door; a door of the fallback is open to everybody."""
    fallback = guide.table.orientation.fallback.id
    if any(door.rule != fallback for door in found.recommendations):
        return ""
    return next(iter(answers.get(guide.table.need, "").split()), UNKNOWN)


def _digest(after: Context) -> str:
    said = json.dumps([dict(after.conversation.answers), after.memo("other")], sort_keys=True)
    return sha256(said.encode()).hexdigest()[:8]


def _week(after: Context) -> str:
    now: datetime = after.now
    return week_of(now, after.zone)
