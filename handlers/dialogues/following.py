"""« Suivre … », « ne plus suivre … »: a network or a series by its name, with none of its gatherings at hand."""

from __future__ import annotations

from collections.abc import Iterator

from handlers import cards, consent
from handlers.consent import GATHERINGS
from handlers.context import Context
from handlers.conversation import Turn
from handlers.effects_gatherings import Follow
from handlers.messages import Reply
from handlers.reminder_words import AT
from handlers.understand import key

STEP = "heard-"
"""The step of the yes to be written to; the subject follows it, with a point."""


def follow(context: Context, argument: str) -> Turn | None:
    """Hear of what comes next there, by its name."""
    subject = _meant(context, argument)
    if subject is None:
        return None
    return begin(context, subject, named(context, subject), f"{AT}/{STEP}{subject.replace('/', '.')}")


def unfollow(context: Context, argument: str) -> Turn | None:
    """Hear of it no more."""
    subject = _meant(context, argument)
    if subject is None:
        return None
    if subject not in context.world.gatherings.follows():
        return context.turn(Reply(context.say("announce-not-followed-name", what=named(context, subject))))
    return end(context, subject, named(context, subject))


def decided(context: Context, step: str, answer: str) -> Turn | None:
    """The yes or the no to be written to, given to one name."""
    subject = step.removeprefix(STEP).replace(".", "/", 1)
    if answer not in (consent.YES, consent.NO) or subject not in dict(_known(context)):
        return None
    return settled(context, subject, named(context, subject), yes=answer == consent.YES)


def begin(context: Context, subject: str, what: str, step: str) -> Turn:
    """Follow it: needs the yes, which is asked at this step if it was not given. `what`: its name, as it is said."""
    if not consent.has_yes(context, GATHERINGS):
        return context.turn(consent.offer(context, GATHERINGS, step))
    return context.turn(Follow(subject), Reply(context.say("coming-followed", what=what)))


def end(context: Context, subject: str, what: str) -> Turn:
    """Follow it no more."""
    return context.turn(Follow(subject, follows=False), Reply(context.say("coming-unfollowed", what=what)))


def settled(context: Context, subject: str, what: str, *, yes: bool) -> Turn:
    """After the answer to that question."""
    said = context.say("coming-followed" if yes else "coming-not-followed", what=what)
    given = consent.decided(context, GATHERINGS, yes=yes)
    return context.turn(given, *([Follow(subject)] if yes else []), Reply(said))


def named(context: Context, subject: str) -> str:
    """What people call a network or a series."""
    sort, _, id = subject.partition("/")
    return context.say(f"series-{id}") if sort == "series" else context.pack.network_name(id)


def _known(context: Context) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What can be followed by its name, and its names."""
    for network in context.pack.territory.networks:
        yield f"network/{network.id}", (network.id, network.name, network.name.partition(",")[0])
    for series in context.pack.gatherings.series:
        name = context.say(f"series-{series.id}")
        yield f"series/{series.id}", (series.id, name, cards.short(name))


def _meant(context: Context, argument: str) -> str | None:
    said = _bare(context, argument)
    if not said:
        return None
    return next((id for id, names in _known(context) if said in {_bare(context, each) for each in names}), None)


def _bare(context: Context, text: str) -> str:
    """The words of a name that count, as a key."""
    lexicon, parts = context.guide.lexicon, context.guide.wording.parts
    small = lexicon.articles | lexicon.joining | {key(word) for word in parts("says-follow-small")}
    return " ".join(word for word in key(text).split() if word not in small)
