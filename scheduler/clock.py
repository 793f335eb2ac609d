"""The only place that reads the time and draws chance."""

from __future__ import annotations

import random
import secrets
import string
from datetime import UTC, datetime
from typing import Protocol

_LETTERS = string.ascii_lowercase + string.digits


class Clock(Protocol):
    """What the rest of the program knows of time and chance."""

    def now(self) -> datetime:
        """The instant, aware, in UTC."""
        ...

    def draw(self, n: int) -> str:
        """n characters of chance, in lower-case letters and digits."""
        ...


class SystemClock:
    """The machine's clock and its source of chance."""

    def now(self) -> datetime:
        """The machine's instant."""
        return datetime.now(UTC)

    def draw(self, n: int) -> str:
        """Characters that cannot be guessed."""
        return "".join(secrets.choice(_LETTERS) for _ in range(n))


class SetClock:
    """A clock moved by hand, whose chance repeats: for tests and for programs that talk to the bot."""

    def __init__(self, now: datetime, seed: int = 0) -> None:
        self._now = _aware(now)
        self._chance = random.Random(seed)

    def now(self) -> datetime:
        """The instant it was last moved to."""
        return self._now

    def draw(self, n: int) -> str:
        """The next characters of the seed."""
        return "".join(self._chance.choices(_LETTERS, k=n))

    def move(self, to: datetime) -> None:
        """Go forward to an instant; time never goes back."""
        to = _aware(to)
        if to < self._now:
            raise ValueError("clock moved back")
        self._now = to


def _aware(instant: datetime) -> datetime:
    if instant.tzinfo is None:
        raise ValueError("naive datetime")
    return instant.astimezone(UTC)
