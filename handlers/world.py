"""All that a handler may look at. The questions are answered inside the transaction of the turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from handlers.durations import Durations
from handlers.guide import Guide
from handlers.messages import NO_ANSWERS
from handlers.roles import Invitation, Role


@dataclass(frozen=True, slots=True)
class Person:
    """Who wrote, without anything that identifies them. `consents` maps a purpose to `yes` or `no`;
    a purpose that was never asked is absent. `last_seen` (UTC) is their message before this one."""

    is_new: bool = True
    channel: str = "terminal"
    consents: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)
    last_seen: datetime | None = None


class RoleQuestions(Protocol):
    """Who stands behind the bot, and what the person of this turn may do."""

    def someone_reads(self) -> bool:
        """True if at least one person holds a role to read what holders write to a human."""
        ...

    def mine(self) -> tuple[Role, ...]:
        """The roles that the person of this turn holds now."""
        ...

    def claim(self, code: str) -> Invitation | None:
        """What this code would give, locked until the commit; None if there is no such code."""
        ...

    def guesses(self, since: datetime) -> int:
        """How many wrong codes the person of this turn typed after an instant."""
        ...


@dataclass(frozen=True, slots=True)
class World:
    """`now` is aware, in UTC. `draw(n)` gives n characters of random text, drawn by the shell."""

    guide: Guide
    now: datetime
    person: Person
    roles: RoleQuestions
    draw: Callable[[int], str]
    durations: Durations = field(default_factory=Durations)
