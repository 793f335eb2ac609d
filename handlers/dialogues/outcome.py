"""What became of an orientation: the yes to be asked later, the answer, and what follows a door that stayed closed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from handlers import calls, consent, sensitive
from handlers import offering as once
from handlers.consent import FOLLOWUP
from handlers.context import Context
from handlers.conversation import Conversation, Turn
from handlers.counted import OUTCOME, OUTCOME_DELAY, OUTCOME_REFUSED
from handlers.dates import in_words, local_date
from handlers.dialogue import Dialogue
from handlers.dialogues import handoff, result
from handlers.effects import Effect, Say
from handlers.effects_intake import Count
from handlers.effects_outcomes import FollowUp, SayOutcome
from handlers.messages import Reply
from handlers.outcome_words import NAME
from handlers.outcomes import ANSWERS, DELAYS, GOT, NOT_ASKED, PENDING, REASONS, REFUSED, Followed, after
from handlers.understand import Option, match

_AGREE, _SAID, _WHY, _WAIT = "agree", "say", "why", "wait"
_SKIP = "skip"
_BUCKETS: Mapping[str, tuple[str, ...]] = {_WHY: REASONS, _WAIT: DELAYS}
_COUNTED = {_WHY: OUTCOME_REFUSED, _WAIT: OUTCOME_DELAY}


# The yes.


def offering(context: Context, turn: Turn) -> Turn:
    """The same turn, with the offer to ask later what became of the orientation, once there is a result."""
    return once.offering(context, turn, FOLLOWUP) if _doors(context) else turn


def following(context: Context) -> tuple[Effect, ...]:
    """What a finished orientation causes: it is followed, with a yes."""
    doors = _doors(context) if consent.has_yes(context, FOLLOWUP) else ()
    return (FollowUp(doors),) if doors else ()


def _doors(context: Context) -> tuple[str, ...]:
    """The doors of the result, in their rank; none before it, or if the answers are those of somebody else."""
    table, answers = calls.table(context), context.conversation.answers
    if not answers or context.memo("other") or table.next_question(answers) is not None:
        return ()
    return tuple(found.scheme for found in table.decide(answers).recommendations)


def ask(context: Context, argument: str = "") -> Turn:
    """« suivi »: whether one is asked, and the way to say yes or no."""
    if consent.has_yes(context, FOLLOWUP):
        stop = context.choice(f"consent/{FOLLOWUP}:{consent.NO}", "outcome-no-more")
        return context.turn(Reply(context.say("outcome-followed"), (stop,)))
    return once.ask(context, FOLLOWUP)


def _agreed(context: Context, value: str) -> Turn | None:
    if value not in (consent.YES, consent.NO):
        return None
    yes = value == consent.YES
    doors = _doors(context) if yes else ()
    said = "outcome-agreed" if doors else "outcome-agreed-later" if yes else "outcome-refused-yes"
    follows: tuple[Effect, ...] = (FollowUp(doors),) if doors else ()
    return context.turn(Reply(context.say(said)), consent.decided(context, FOLLOWUP, yes=yes), *follows)


# The answer.


def heard(context: Context) -> Turn | None:
    """Words right after the question: one of its answers, in a sentence or not. A number is that of the button told
    last, whatever it was."""
    asked = _asked(context)
    if asked is None:
        return None
    text, wording = context.inbound.text, context.guide.wording
    if sensitive.is_refusal(text, wording):
        return _answered(context, asked.id, REFUSED)
    options = [
        Option(answer, context.say(f"outcome-{answer}"), wording.parts(f"says-outcome-{answer}")) for answer in ANSWERS
    ]
    found = match(text, options, context.guide.lexicon)
    known = found.found and not found.numbered
    return _answered(context, asked.id, found.values[0]) if known else None


def _asked(context: Context) -> Followed | None:
    """What is followed, if its question was asked since the person wrote last. Looked up only with a yes."""
    if not consent.has_yes(context, FOLLOWUP):
        return None
    mine, seen = context.world.outcomes.mine(), context.world.person.last_seen
    if mine is None or mine.asked_at is None or (seen is not None and mine.asked_at < seen):
        return None
    return mine


def _answered(context: Context, id: int, value: str) -> Turn | None:
    """An answer, tapped or typed; counted once for each question, and heard whenever it comes."""
    if value not in ANSWERS:
        return None
    context = context.returned() if asks(context.conversation) else context
    mine = context.world.outcomes.mine()
    if mine is None or mine.id != id:
        return _too_late(context, value)
    counted = mine.open and not mine.answer
    count = (Count(OUTCOME, f"{mine.asked}/{value}"),) if counted else ()
    tried = mine.tried + 1 if value == REFUSED else mine.tried
    turn = _FOLLOWS[value](context, mine, counted)
    return Turn(turn.conversation, (*turn.effects, SayOutcome(mine.id, value, tried), *count))


def _too_late(context: Context, value: str) -> Turn:
    """Nothing is followed any more: still a word, and a way on."""
    if value != REFUSED:
        return context.turn(Reply(context.say("outcome-over")))
    said = context.say("refused-answer")
    return result.next_door(context, said) or context.turn(Reply(f"{said}\n\n{handoff.contacts(context)}"))


def _got(context: Context, mine: Followed, counted: bool) -> Turn:
    said = context.say("outcome-got")
    return _ask_more(context, _WAIT, mine.id, said) if counted else context.turn(Reply(said))


def _pending(context: Context, mine: Followed, counted: bool) -> Turn:
    days = after(mine.asked)
    if not days:
        return context.turn(Reply(context.say("outcome-pending-last")))
    day = local_date(mine.finished_at + timedelta(days=days), context.zone)
    return context.turn(Reply(context.say("outcome-pending", day=in_words(day, context.language))))


def _not_asked(context: Context, mine: Followed, counted: bool) -> Turn:
    door = _open_door(context, mine.doors[mine.tried :])
    shown = (context.choice(f"orientation/scheme:{door}", "outcome-see-door"),) if door else ()
    return context.turn(Reply(context.say("outcome-not-asked"), shown))


def _refused(context: Context, mine: Followed, counted: bool) -> Turn:
    """The sentence of domain.md 8.3 and the next door in rank, at once; only then why."""
    door = _open_door(context, mine.doors[mine.tried + 1 :])
    shown = result.door(context, door) if door else None
    said = context.say("refused-answer")
    if shown is None:
        reply = Reply(f"{said}\n\n{handoff.contacts(context)}")
    else:
        reply = Reply("\n\n".join((said, context.say("outcome-next-door"), shown.text)), shown.choices)
    if not counted:
        return context.turn(reply)
    turn = _ask_more(context, _WHY, mine.id)
    return Turn(turn.conversation, (Say(reply, kind="notice"), *turn.effects))


def _open_door(context: Context, doors: tuple[str, ...]) -> str:
    """The first of these that the pack still has, that is not closed today, and whose network did not say no here."""
    known, today = context.pack.scheme_by_id, context.today
    refusing = context.world.requests.refusing()
    left = (known[door] for door in doors if door in known)
    return next((each.id for each in left if not each.is_closed(today) and each.network not in refusing), "")


_FOLLOWS: Mapping[str, Callable[[Context, Followed, bool], Turn]] = {
    GOT: _got,
    PENDING: _pending,
    REFUSED: _refused,
    NOT_ASKED: _not_asked,
}


# One question more: why, or how long.


def _ask_more(context: Context, what: str, id: int, *first: str) -> Turn:
    return show(context.leaving_for(NAME, f"{what}{id}"), *first)


def _what(step: str) -> str:
    return step.rstrip("0123456789")


def asks(conversation: Conversation) -> bool:
    """True while it is asked why, or how long."""
    return conversation.dialogue == NAME and _what(conversation.step) in _BUCKETS


def show(context: Context, *first: str) -> Turn:
    """The question in course."""
    step = context.conversation.step
    what = _what(step)
    shown = tuple(context.choice(f"{NAME}/{step}:{value}", f"outcome-{value}") for value in _BUCKETS[what])
    skip = context.choice(f"{NAME}/{step}:{_SKIP}", "outcome-skip")
    return context.turn(Reply("\n\n".join((*first, context.say(f"outcome-{what}"))), (*shown, skip)))


def answer(context: Context) -> Turn | None:
    """A typed answer to it."""
    wording, step = context.guide.wording, context.conversation.step
    options = [
        Option(value, context.say(f"outcome-{value}"), wording.parts(f"says-outcome-{value}"))
        for value in (*_BUCKETS[_what(step)], _SKIP)
    ]
    found = match(context.inbound.text, options, context.guide.lexicon)
    return _said_more(context, step, found.values[0]) if found.found else None


def _said_more(context: Context, step: str, value: str) -> Turn | None:
    """Only what is asked now is counted: a second tap is none."""
    if context.conversation.dialogue != NAME or context.conversation.step != step:
        return None
    what, left = _what(step), context.returned()
    if value == _SKIP:
        return left.turn(Reply(left.say("outcome-skipped")))
    if value not in _BUCKETS[what]:
        return None
    return left.turn(Reply(left.say(f"outcome-thanks-{what}")), Count(_COUNTED[what], value))


def _leave(context: Context, argument: str = "") -> Turn | None:
    return _said_more(context, context.conversation.step, _SKIP)


def _why(context: Context, argument: str) -> Turn | None:
    return None if argument else show(context, context.say("outcome-why-asked"))


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step == _AGREE:
        return _agreed(context, value)
    what, id = _what(step), step.removeprefix(_what(step))
    if what == _SAID and id:
        return _answered(context, int(id), value)
    return _said_more(context, step, value) if what in _BUCKETS else None


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={"suivi": ask},
    asks=asks,
    answer=answer,
    show=show,
    moves={**dict.fromkeys(("retour", "passer", "annuler", "arreter"), _leave), "pourquoi": _why},
)
