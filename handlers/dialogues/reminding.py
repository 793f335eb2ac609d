"""Reminders, from the side of who reads them: tell me again, which ones, no more, and whether it was useful."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from handlers import calls, cards, consent, offers, reminder_words, reminders
from handlers.consent import GATHERINGS
from handlers.context import Context
from handlers.conversation import Turn
from handlers.dialogue import Dialogue
from handlers.dialogues import following
from handlers.effects import Effect, Say
from handlers.effects_gatherings import ChooseLeads, Follow, SayUseful, Snooze
from handlers.gatherings import SEATED, Gathering
from handlers.messages import Choice, Reply, number_of
from handlers.pack_gatherings import Telling
from handlers.reminder_words import AT

NAME = AT
USEFUL = (reminders.FOUND_USEFUL, "plus_ou_moins", "non")
_DAYS_ASKED = reminders.USEFUL_FOR
_SHORTEST_DAYS = 2
_ALL = "all"


def awaiting(context: Context) -> Context:
    """What was told since the person wrote last can be answered by its number, its letter or its label, as if it had
    been said here."""
    seen = context.world.person.last_seen or context.now
    choices = context.world.reminders.told(seen)
    if not choices:
        return context
    lettered = offers.lettering(context, choices)
    # Told at the very hour of their last message, it may be older than what was offered in answer to it.
    later = not context.memo(offers.NUMBERED) or context.world.reminders.told(seen + timedelta.resolution)
    return offers.numbering(lettered, choices) if later else lettered


# Tell me again.


def _again(context: Context, value: str, hour: Callable[[Gathering, datetime], datetime | None]) -> Turn | None:
    gathering = _gathering(context, value)
    if gathering is None:
        return None
    if not _comes(context, gathering):
        return context.turn(Reply(context.say("again-not-coming"), _show(context, gathering)))
    until = hour(gathering, context.now) if gathering.takes_place else None
    if until is None:
        return context.turn(Reply(context.say("again-too-late"), _show(context, gathering)))
    guide, language, zone = context.guide, context.language, gathering.zone
    said = reminder_words.when(guide, language, until, zone, context.now)
    return context.turn(Snooze(gathering.id, until), Reply(context.say("again-done", when=said)))


def _gathering(context: Context, value: str) -> Gathering | None:
    number = number_of(value)
    return context.world.gatherings.find(number) if number is not None else None


def _comes(context: Context, gathering: Gathering) -> bool:
    mine = context.world.gatherings.mine(context.now)
    return any(each.id == gathering.id and booking.state == SEATED for each, booking in mine)


def _show(context: Context, gathering: Gathering) -> tuple[Choice, ...]:
    return (context.choice(f"coming/show:{gathering.id}", "reminder-details"),)


# Which ones.


def choosing(context: Context, argument: str = "") -> Turn:
    """« rappels »."""
    return _shown(context)


def _follow(context: Context, argument: str) -> Turn | None:
    """« suivre » a name; alone, what one follows already and how to follow more."""
    if argument:
        return following.follow(context, argument)
    return _shown(context, context.say("leads-how") if context.world.gatherings.follows() else "")


def _no_more(context: Context, argument: str) -> Turn | None:
    return following.unfollow(context, argument) if argument else choosing(context)


def _shown(context: Context, first: str = "") -> Turn:
    tellings = _tellings(context)
    if not tellings:
        return context.turn(Reply(context.say("leads-none")))
    leads = context.world.reminders.leads()
    return _listed(context, tellings, leads if leads is not None else frozenset(tellings), first)


def _listed(context: Context, tellings: Mapping[str, Telling], chosen: frozenset[str], first: str) -> Turn:
    lines = [context.say("leads-title")]
    lines += [
        context.say("leads-on" if id in chosen else "leads-off", lead=_label(context, each, tellings))
        for id, each in tellings.items()
    ]
    lines.append(context.say("leads-always"))
    follows = sorted(context.world.gatherings.follows())
    lines.append("")
    lines.append(context.say("leads-follows" if follows else "leads-follows-none"))
    lines += [] if follows else [context.say("leads-how")]
    lines += [context.say("leads-followed", what=_named(context, subject)) for subject in follows]
    choices = [] if chosen else [context.choice(f"{NAME}/lead:{_ALL}", "leads-all")]
    choices += [_toggle(context, id, each, tellings, id in chosen) for id, each in tellings.items()]
    choices += [
        context.choice(
            f"{NAME}/lose:{subject.replace('/', '.')}", "leads-unfollow", what=cards.short(_named(context, subject))
        )
        for subject in follows
    ]
    said = "\n".join(([first, ""] if first else []) + lines)
    turn = context.turn(Reply(said, tuple(choices)))
    if context.world.person.consents.get(GATHERINGS) != "no":
        return turn
    again = context.choice(f"consent/{GATHERINGS}:{consent.YES}", f"consent-{GATHERINGS}-yes")
    name = "leads-stopped" if context.world.reminders.stopped() else "leads-unannounced"
    asked = Say(Reply(context.say(name), (again,)), "notice")
    return Turn(turn.conversation, (*turn.effects, asked))


def _tellings(context: Context) -> Mapping[str, Telling]:
    """Every telling of the pack by its id, without announcements for who did not say yes to them; kinds share the ids
    of what people call the same."""
    order = (reminders.FOLLOWERS, reminders.COMING, reminders.PRESENT)
    kinds, announced = context.pack.gatherings.kinds, consent.has_yes(context, GATHERINGS)
    every = [each for kind in kinds for each in kind.tellings if announced or each.to != reminders.FOLLOWERS]
    found: dict[str, Telling] = {}
    for each in sorted(every, key=lambda telling: (order.index(telling.to), -telling.days, -telling.hours)):
        found.setdefault(each.id, each)
    return found


def _label(context: Context, telling: Telling, every: Mapping[str, Telling]) -> str:
    if telling.to == reminders.PRESENT:
        return context.say("lead-after")
    if telling.to == reminders.FOLLOWERS:
        first = next(each.id for each in every.values() if each.to == reminders.FOLLOWERS)
        return context.say("lead-announce" if telling.id == first else "lead-announce-again")
    if telling.hours:
        return context.say("lead-hours", hours=telling.hours)
    return context.say("lead-days", days=telling.days) if telling.days >= _SHORTEST_DAYS else context.say("lead-eve")


def _toggle(context: Context, id: str, telling: Telling, every: Mapping[str, Telling], on: bool) -> Choice:
    name = "leads-turn-off" if on else "leads-turn-on"
    return context.choice(f"{NAME}/lead:{id}", name, lead=_label(context, telling, every))


def _lead(context: Context, id: str) -> Turn | None:
    tellings, leads = _tellings(context), context.world.reminders.leads()
    if id not in (*tellings, _ALL):
        return None
    every = frozenset(tellings)
    chosen = every if id == _ALL else (every if leads is None else leads) ^ {id}
    turn = _listed(context, tellings, chosen, context.say("leads-changed"))
    # What is not shown stays as it was.
    unseen = {each.id for kind in context.pack.gatherings.kinds for each in kind.tellings} - every
    kept = tuple(sorted(chosen | (unseen if leads is None or id == _ALL else unseen & leads)))
    return Turn(turn.conversation, (ChooseLeads(kept), *turn.effects))


# What one follows.


def _named(context: Context, subject: str) -> str:
    """What people call a series, a network, a kind or a call that they follow."""
    pack, (sort, _, id) = context.pack, subject.partition("/")
    if sort == "series" and id in pack.gatherings.series_by_id:
        return following.named(context, subject)
    if sort == "kind" and id in pack.gatherings.kind_by_id:
        return context.say(f"kind-{id}")
    if sort == calls.SUBJECT and id in pack.scheme_by_id:
        return context.say(f"scheme-{id}")
    return pack.network_name(id)


def _short(context: Context, subject: str) -> str:
    return cards.short(_named(context, subject))


def _lose(context: Context, value: str) -> Turn | None:
    subject = value.replace(".", "/", 1)
    if subject not in context.world.gatherings.follows():
        return _shown(context, context.say("announce-not-followed"))
    return _lost(context, (subject,))


def _unfollow(context: Context, value: str) -> Turn | None:
    """Under an announcement: all because of which one was told."""
    gathering = _gathering(context, value)
    if gathering is None:
        return None
    reasons = {f"series/{gathering.series}", f"network/{gathering.network}", f"kind/{gathering.kind}"}
    followed = tuple(sorted(reasons & context.world.gatherings.follows()))
    return _lost(context, followed) if followed else context.turn(Reply(context.say("announce-not-followed")))


def _lost(context: Context, subjects: tuple[str, ...]) -> Turn:
    what = ", ".join(_named(context, subject) for subject in subjects)
    ended: tuple[Effect, ...] = tuple(Follow(subject, follows=False) for subject in subjects)
    return context.turn(*ended, Reply(context.say("announce-unfollowed", what=what)))


# Afterwards.


def _useful(context: Context, value: str) -> Turn | None:
    """One tap; the last one counts. Then the offer to meet someone."""
    id, _, answer = value.partition("-")
    gathering = _gathering(context, id)
    if gathering is None or answer not in USEFUL:
        return None
    since = context.now - _DAYS_ASKED
    was_there = any(
        each.id == gathering.id and booking.checked_in_at is not None
        for each, booking in context.world.gatherings.mine(since)
    )
    if not was_there or gathering.ends_at > context.now:
        return context.turn(Reply(context.say("after-closed")))
    thanks = SayUseful(gathering.id, answer)
    if not context.pack.community.communities:
        return context.turn(thanks, Reply(context.say("after-thanks")))
    said = "\n".join((context.say("after-thanks"), context.say("after-meet")))
    return context.turn(thanks, Reply(said, (context.choice("meeting/open:menu", "after-meet-button"),)))


_STEPS: Mapping[str, Callable[[Context, str], Turn | None]] = {
    "tomorrow": lambda context, value: _again(context, value, reminder_words.tomorrow),
    "hours": lambda context, value: _again(context, value, reminder_words.hours_before),
    "lead": _lead,
    "lose": _lose,
    "unfollow": _unfollow,
    "useful": _useful,
    "call": calls.follow,
    "uncall": calls.unfollow,
    "open": lambda context, value: choosing(context),
}


def _choose(context: Context, step: str, value: str) -> Turn | None:
    if step.startswith(following.STEP):
        return following.decided(context, step, value)
    return _STEPS[step](context, value) if step in _STEPS else None


DIALOGUE = Dialogue(
    name=NAME,
    choose=_choose,
    commands={"rappels": choosing, "suivre": _follow, "ne_plus_suivre": _no_more},
)
