"""Where a person stands with the bot, and why nothing happens: by numbers and words of ours, never by theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from handlers.consent import KEEP
from handlers.conversation import Conversation
from handlers.dates import stamp
from handlers.dialogues import BY_NAME, questionnaire
from handlers.durations import Durations
from handlers.guide import Guide
from handlers.messages import NO_ANSWERS
from handlers.roles import GUESSING, MOST_GUESSES


@dataclass(frozen=True, slots=True)
class Sent:
    """A row of the ledger, without its text."""

    kind: str
    state: str
    reason: str
    due_at: datetime
    via: str


@dataclass(frozen=True, slots=True)
class Timer:
    """What will happen by itself if nothing else does, and when."""

    what: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason why a person is where they are: the name of a sentence, and what it says."""

    name: str
    values: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)


@dataclass(frozen=True, slots=True)
class Standing:
    """All that may be told of a person. `stays`: months of silence are needed to forget them, not a day."""

    person: int
    last_seen: datetime
    conversation: Conversation
    channels: Mapping[str, datetime | None]
    consents: Mapping[str, str]
    roles: tuple[str, ...] = ()
    memberships: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)
    ledger: Mapping[str, int] = field(default_factory=dict)
    latest: tuple[Sent, ...] = ()
    """Owed, then the last one that is settled."""
    set_aside: str = ""
    """The error of their last message, if it could not be handled."""
    held_since: datetime | None = None
    guesses: tuple[datetime, ...] = ()
    link_until: datetime | None = None
    stays: bool = False


def causes(known: Standing, guide: Guide, now: datetime) -> tuple[Cause, ...]:
    """Why nothing happens, the most hidden cause first; never empty."""
    found = (*_of_messages(known, now), *_of_person(known, now), *_of_conversation(known, guide))
    return found or (Cause("free"),)


def _of_messages(known: Standing, now: datetime) -> Iterator[Cause]:
    """What keeps our messages from them."""
    if known.held_since is not None and any(sent.state in ("queued", "sending") for sent in known.latest):
        yield Cause("held", {"since": stamp(known.held_since)})
    refused = [channel for channel, at in known.channels.items() if at is not None]
    if not known.channels:
        yield Cause("unreachable")
    elif len(refused) == len(known.channels):
        yield Cause("blocked", {"channels": ", ".join(refused)})
    for sent in known.latest[:1]:
        if sent.state == "queued" and sent.due_at > now:
            yield Cause("later", {"until": stamp(sent.due_at), "reason": sent.reason or "-"})
        elif sent.state in ("queued", "sending"):
            yield Cause("owed", {"via": sent.via})
        elif sent.state in ("failed", "uncertain"):
            yield Cause(sent.state, {"reason": sent.reason or "-"})
    if known.set_aside:
        yield Cause("set-aside", {"error": known.set_aside})


def _of_person(known: Standing, now: datetime) -> Iterator[Cause]:
    """What they, or somebody else, have to do first."""
    recent = [at for at in known.guesses if at > now - GUESSING]
    if len(recent) >= MOST_GUESSES:
        yield Cause("guesses", {"until": stamp(min(recent) + GUESSING)})
    if known.link_until is not None and known.link_until > now:
        yield Cause("link", {"until": stamp(known.link_until)})
    for community, state in known.memberships.items():
        if state in ("asked", "muted"):
            yield Cause(f"member-{state}", {"community": community})


def _of_conversation(known: Standing, guide: Guide) -> Iterator[Cause]:
    """Where the conversation is."""
    here = known.conversation
    dialogue = BY_NAME.get(here.dialogue)
    if questionnaire.is_paused(here):
        yield Cause("paused")
    elif questionnaire.is_adrift(here) or (here.pack_revision not in ("", guide.pack.revision) and here.step):
        yield Cause("changed")
    elif dialogue is not None and dialogue.asks(here):
        yield Cause("question", {"dialogue": here.dialogue, "step": here.step})
    if known.consents and "yes" not in known.consents.values():
        yield Cause("stopped")


def timers(known: Standing, durations: Durations) -> tuple[Timer, ...]:
    """What happens next by itself, the soonest first."""
    keeps = known.consents.get(KEEP) == "yes"
    span = timedelta(days=durations.days_with_keep) if keeps else timedelta(hours=durations.hours_without_yes)
    found = [Timer("answers" if known.stays else "person", known.last_seen + span)]
    if keeps:
        found.append(Timer("nudge", known.last_seen + timedelta(hours=durations.nudge_hours)))
    if known.stays:
        end = known.last_seen + timedelta(days=durations.days_of_silence)
        found += [Timer("ending", end - timedelta(days=days)) for days in durations.days_before_ending]
        found.append(Timer("person", end))
    return tuple(sorted(found, key=lambda timer: timer.at))
