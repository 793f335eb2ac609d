"""A broadcast before it leaves: read as people will, counted, tried on oneself, and confirmed by typing a number."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from handlers import broadcast_words, drafts, form_review, forms
from handlers.broadcast_words import NAME, moment
from handlers.broadcasts import EXCLUDED, SAME_TEXT, UNDO, Audience, Broadcast
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogues.broadcasts_form import (
    NEEDED,
    TEXT,
    WHEN,
    composed,
    field,
    given,
    leaves_at,
    missing,
    network,
    order,
    segments,
    stale,
    stamped,
)
from handlers.drafts import DraftForm
from handlers.effects import Record, Tell
from handlers.effects_broadcasts import SendBroadcast
from handlers.form_fields import topic_of
from handlers.messages import Choice, Reply
from handlers.quiet import awake
from handlers.roles import ANIMATOR

REVIEW, LACKING, NUMBER = "review", "lacking", "number"
STALE = "stale-sent"
"""A memo: the broadcast that was confirmed last (`mark`), and the languages that were sent although stale."""
TRY, SEND, ANYWAY, CANCEL, BACK = "try", "send", "anyway", "cancel", "back"


def show(context: Context, *first: str, fresh: bool = False) -> Turn:
    """The message as it will be read, whom it reaches, when it leaves. `fresh`: it was just taken back, and is not
    compared with itself."""
    context = stamped(context).at(NAME, REVIEW)
    sent = composed(context)
    if not sent.network or given(context).get("who") not in segments(context):
        return forms.ask(FORM, context, "who", context.say("broadcast-who-again")) if sent.network else _lost(context)
    audience = context.world.broadcasts.audience(sent.network, sent.segment)
    parts = (*first, context.say("broadcast-review"), *_previews(context, sent), _counted(context, audience))
    said = "\n\n".join(
        part for part in (*parts, *(() if fresh else _same(context)), *_untranslated(context), _leaves(context)) if part
    )
    return context.turn(Reply(said, tuple(_choices(context, audience))))


FORM = DraftForm(NAME, order=order, make=field, done=lambda _form, context, _noted: show(context), needed=NEEDED)


def _lost(context: Context) -> Turn:
    left = drafts.drop(context, NAME)
    return left.turn(Reply(left.say("broadcast-no-network")))


def _previews(context: Context, sent: Broadcast) -> Iterator[str]:
    for language in sent.texts:
        reply = broadcast_words.message(context.guide, language, sent)
        said = context.say("broadcast-preview", language=context.say(f"language-{language}"))
        buttons = " ".join(context.say("broadcast-preview-button", label=each.label) for each in reply.choices)
        yield f"{said}\n{reply.text}\n{buttons}"


def _counted(context: Context, audience: Audience) -> str:
    lines = [context.say("broadcast-reached", count=audience.reached)]
    several = len(audience.channels) > 1
    for name, counts in (("channel", audience.channels), ("language", audience.languages)):
        if several if name == "channel" else len(counts) > 1:
            each = (f"{context.say(f'{name}-{id}')} {count}" for id, count in sorted(counts.items()))
            lines.append(context.say(f"broadcast-by-{name}", said=", ".join(each)))
    left = {reason: audience.excluded[reason] for reason in EXCLUDED if audience.excluded.get(reason)}
    if left:
        lines.append(context.say("broadcast-left-out", count=sum(left.values())))
        lines += [context.say(f"broadcast-left-out-{reason}", count=count) for reason, count in left.items()]
    return "\n".join(lines)


def _same(context: Context) -> Iterator[str]:
    sent, since = composed(context), context.now - SAME_TEXT
    if context.world.broadcasts.same_text(sent.network, sent.texts, since):
        yield context.say("broadcast-same-text", minutes=int(SAME_TEXT.total_seconds()) // 60)


def _untranslated(context: Context) -> Iterator[str]:
    yield from (context.say("broadcast-missing", language=context.say(f"language-{each}")) for each in missing(context))
    yield from (context.say("broadcast-stale", language=context.say(f"language-{each}")) for each in stale(context))


def _at(context: Context) -> datetime:
    """When it begins to leave: after the time to take it back, and not at night."""
    world = context.world
    wanted = leaves_at(context, given(context).get(WHEN, ""))
    soonest = world.now + UNDO
    return awake(max(wanted or soonest, soonest), world.night)


def _leaves(context: Context) -> str:
    at, wanted = _at(context), leaves_at(context, given(context).get(WHEN, ""))
    if wanted is None and at == context.now + UNDO:
        return context.say("broadcast-leaves-now", seconds=int(UNDO.total_seconds()))
    when = moment(context.guide, context.language, at, context.now)
    night = at > max(wanted or at, context.now + UNDO) or (wanted is None)
    return context.say("broadcast-leaves-morning" if night else "broadcast-leaves", when=when)


def _choices(context: Context, audience: Audience) -> Iterator[Choice]:
    path = f"{NAME}/{REVIEW}"
    yield context.choice(f"{path}:{TRY}", "broadcast-try")
    if audience.reached:
        yield context.choice(f"{path}:{SEND}", "broadcast-send", count=audience.reached)
    yield from (Choice(f"{path}:{name}", topic_of(FORM, context, name)) for name in FORM.names(context))
    yield context.choice(f"{path}:{CANCEL}", "form-cancel")


def choose(context: Context, step: str, value: str) -> Turn | None:
    """A button of the review, or of the questions before it leaves."""
    if not form_review.is_whole(FORM, context) or not network(context):
        return None
    if step == LACKING and context.conversation.step == LACKING:
        return _number(context) if value == ANYWAY else _translated(context)
    if step == NUMBER:
        return show(context, context.say("broadcast-not-sent"))
    if value == CANCEL:
        return form_review.cancel(FORM, context)
    if value == TRY:
        return _tried(context)
    if value == SEND:
        return _confirming(context)
    return form_review.correct(FORM, context, value) if value in FORM.names(context) else None


def _tried(context: Context) -> Turn:
    """To oneself, on each of one's messengers, and nobody else."""
    sent, mine = composed(context), context.world.links.mine()
    language = context.language
    reply = broadcast_words.message(context.guide, language, sent)
    used = Record(ANIMATOR, sent.network, "broadcast-try")
    told = [Tell(each.address, reply) for each in mine]
    audience = context.world.broadcasts.audience(sent.network, sent.segment)
    said = Reply(context.say("broadcast-tried", count=len(told)), tuple(_choices(context, audience)))
    return context.at(NAME, REVIEW).turn(*told, used, said)


def _confirming(context: Context) -> Turn:
    sent = composed(context)
    if not context.world.broadcasts.audience(sent.network, sent.segment).reached:
        return show(context, context.say("broadcast-nobody"))
    return show_lacking(context) if missing(context) or stale(context) else _number(context)


def show_lacking(context: Context, *first: str) -> Turn:
    """Some will not read their own language: is it meant?"""
    context = context.at(NAME, LACKING)
    first_language = context.say(f"language-{next(iter(composed(context).texts))}")
    asked = context.say("broadcast-lacking" if missing(context) else "broadcast-lacking-stale", language=first_language)
    choices = (
        context.choice(f"{NAME}/{LACKING}:{ANYWAY}", "broadcast-anyway"),
        context.choice(f"{NAME}/{LACKING}:{BACK}", "broadcast-write-it"),
    )
    return context.turn(Reply("\n\n".join((*first, *_untranslated(context), asked)), choices))


def _translated(context: Context) -> Turn:
    """The words that are missing, or that translate former ones, are asked."""
    lacking = (*missing(context), *stale(context))
    return form_review.correct(FORM, context, f"{TEXT}-{lacking[0]}") if lacking else show(context)


def _number(context: Context, *first: str) -> Turn:
    """The number of people, to be typed: nobody sends to hundreds by a slip of the thumb."""
    context = context.at(NAME, NUMBER)
    sent = composed(context)
    audience = context.world.broadcasts.audience(sent.network, sent.segment)
    if not audience.reached:
        return show(context, context.say("broadcast-nobody"))
    asked = context.say("broadcast-type", count=str(audience.reached))
    # No button: its number could be the one that sends.
    return context.turn(Reply("\n\n".join((*first, *_same(context), asked))))


def show_number(context: Context, *first: str) -> Turn:
    """The number to type, again."""
    return _number(context, *first)


def typed(context: Context) -> Turn | None:
    """The number, or another one; None for what holds no number."""
    digits = re.sub(r"[\s\u202f.]", "", context.inbound.text)
    if not digits.isascii() or not digits.isdecimal():
        return None
    sent = composed(context)
    if not sent.network or not form_review.is_whole(FORM, context):
        return _lost(context)
    audience = context.world.broadcasts.audience(sent.network, sent.segment)
    if digits.lstrip("0") != str(audience.reached) or not audience.reached:
        return _number(context, context.say("broadcast-other-number"))
    return _sent(context, sent, audience)


def _sent(context: Context, sent: Broadcast, audience: Audience) -> Turn:
    at = _at(context)
    confirmed, old = mark(context.now), stale(context)
    left = drafts.drop(context, NAME).remembering(**{STALE: " ".join((confirmed, *old)) if old else ""})
    effect = SendBroadcast(
        sent.network, sent.texts, sent.segment, audience, at, sent.gathering, sent.link, sent.enclosure, sent.alt
    )
    when = moment(context.guide, context.language, at, context.now)
    soon = at == context.now + UNDO
    name = "broadcast-confirmed" if soon else "broadcast-confirmed-later"
    values = {"count": audience.reached, "seconds": int(UNDO.total_seconds()), "when": when}
    choices = (
        left.choice(f"{NAME}/draft:{confirmed}", "broadcast-do-draft"),
        left.choice(f"{NAME}/open:list", "broadcast-list"),
    )
    used = Record(ANIMATOR, sent.network, "broadcast-send", audience.reached)
    return left.turn(effect, used, Reply(left.say(name, **values), choices))


def mark(at: datetime) -> str:
    """A broadcast before it has a number: the instant at which it was confirmed."""
    return f"at{int(at.timestamp() * 1_000_000)}"


def sent_stale(context: Context, sent: Broadcast) -> tuple[str, ...]:
    """The languages of a broadcast that its author sent although their words translate former ones."""
    confirmed, *languages = context.memo(STALE).split() or [""]
    return tuple(languages) if sent.confirmed_at and mark(sent.confirmed_at) == confirmed else ()
