"""Whether a message is read, or comes from someone who writes faster than anybody reads. Forgotten at a restart.

Each person has a bucket of messages that fills again with time. Whoever empties it is told once, then not
read for a while. Whoever writes a lot, even slowly, takes from one bucket that all of them share: when many
accounts do at once they get a fixed answer, and the others their own. Taps are always read, and fill the
buckets of who taps: a button can only be tapped after an answer.
"""

from __future__ import annotations

import enum
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

from bot import settings


class Verdict(enum.Enum):
    """What becomes of a message."""

    READ = "read"
    WARN = "warn"
    BUSY = "busy"
    DROP = "drop"


@dataclass(frozen=True, slots=True)
class Rate:
    """So many messages at once, and so many a second."""

    burst: float
    per_second: float


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one person may write at all, what one may write without sharing, what is shared; seconds of silence."""

    person: Rate = Rate(20.0, 1.0)
    calm: Rate = Rate(10.0, 0.2)
    shared: Rate = Rate(500.0, 50.0)
    silence: float = 60.0


def allowance_of(limits: settings.Flood) -> Allowance:
    """What an operator allows, as it is counted here."""
    person = _a_minute(limits.at_once, limits.per_minute)
    calm = _a_minute(limits.calm_at_once, limits.calm_per_minute)
    shared = _a_minute(limits.shared_at_once, limits.shared_per_minute)
    return Allowance(person, calm, shared, float(limits.silence_seconds))


def _a_minute(burst: int, messages: int) -> Rate:
    return Rate(float(burst), messages / 60)


@dataclass(slots=True)
class _Bucket:
    rate: Rate
    left: float = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.rate.burst

    def fill(self, messages: float) -> None:
        self.left = min(self.rate.burst, self.left + messages)

    def passes(self, seconds: float) -> None:
        self.fill(seconds * self.rate.per_second)

    def take(self) -> bool:
        """One message. Insisting empties what is left of one."""
        enough = self.left >= 1
        self.left = self.left - 1 if enough else 0.0
        return enough


# The hour of a message is what its sender says: it counts for so many seconds between two messages, and in all.
_BELIEVED_OF_ONE, _BELIEVED = 60.0, 3_600.0


@dataclass(slots=True)
class _Person:
    all: _Bucket
    calm: _Bucket
    at: float
    sent_at: float
    silent_until: float = 0.0
    believed: float = _BELIEVED

    def passes(self, now: float, sent_at: float) -> None:
        elapsed = max(now - self.at, 0.0)
        waited = max(min(sent_at - self.sent_at - elapsed, _BELIEVED_OF_ONE, self.believed), 0.0)
        self.believed -= waited
        seconds = elapsed + waited
        self.all.passes(seconds)
        self.calm.passes(seconds)
        self.at, self.sent_at = now, max(sent_at, self.sent_at)
        if self.all.left >= self.all.rate.burst and now >= self.silent_until:
            self.silent_until = 0.0


_MOST_PEOPLE = 20_000


def _unobserved() -> None:
    return


class Flood:
    """`dropped` counts the messages that were neither read nor answered."""

    def __init__(self, allowance: Allowance | None = None) -> None:
        self._allowance = allowance or Allowance()
        self._people: OrderedDict[Hashable, _Person] = OrderedDict()
        self._shared = _Bucket(self._allowance.shared)
        self._shared_at = 0.0
        self.dropped = 0
        self.observe: Callable[[], object] = _unobserved
        """Told of each message that is dropped."""

    def admit(self, who: Hashable, now: float, *, sent_at: float = 0.0, tap: bool = False) -> Verdict:
        """Judge one message. `now` is monotonic; `sent_at` is the sender's hour in seconds: what waited for us
        while we were away was not written in haste."""
        person = self._known(who, now, sent_at)
        if tap:
            person.all.fill(1)
            person.calm.fill(1)
            return Verdict.READ
        verdict = self._judged(person, now)
        if verdict is Verdict.DROP:
            self.dropped += 1
            self.observe()
        return verdict

    def _judged(self, person: _Person, now: float) -> Verdict:
        enough = person.all.take()
        if now < person.silent_until:
            return Verdict.DROP
        # Whoever never stopped is not told again.
        told = person.silent_until > 0
        if enough and (person.calm.take() or self._has_room(now)):
            return Verdict.READ
        person.silent_until = now + self._allowance.silence
        if told:
            return Verdict.DROP
        return Verdict.BUSY if enough else Verdict.WARN

    def _has_room(self, now: float) -> bool:
        self._shared.passes(now - self._shared_at)
        self._shared_at = now
        return self._shared.take()

    def _known(self, who: Hashable, now: float, sent_at: float) -> _Person:
        rules = self._allowance
        person = self._people.pop(who, None) or _Person(_Bucket(rules.person), _Bucket(rules.calm), now, sent_at)
        person.passes(now, sent_at)
        self._people[who] = person
        if len(self._people) > _MOST_PEOPLE:
            self._people.popitem(last=False)
        return person
