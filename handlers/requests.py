"""What holders ask of people: to talk, to hand their request over, to meet. One shape for all three."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

TALK, HANDOVER, VISIT = "talk", "handover", "visit"
KINDS = (TALK, HANDOVER, VISIT)

OPEN, ACCEPTED, REFUSED, ANSWERED, CLOSED, WITHDRAWN = "open", "accepted", "refused", "answered", "closed", "withdrawn"
STATES = (OPEN, ACCEPTED, REFUSED, ANSWERED, CLOSED, WITHDRAWN)
CURRENT = (OPEN, ACCEPTED, ANSWERED)
"""What is not over: it keeps its text, and the person stays known meanwhile."""
OVER = (REFUSED, CLOSED, WITHDRAWN)

LONGEST_BODY = 600
PAGE = 5
VISITS_REMINDED = timedelta(hours=48)
"""Before a rendez-vous."""
UNANSWERED = timedelta(days=21)
"""Of silence, from either side: a request to talk or to meet is then closed, and both know it."""
REFUSAL_HOLDS = timedelta(days=90)
"""A network that said no to someone is not their next door meanwhile."""
RECORD_KEPT = timedelta(days=7)
"""Afterwards a request that is over is erased; its text went as soon as it was."""


@dataclass(frozen=True, slots=True)
class Request:
    """One request. `waiting_at`: since when the holder waits for a word of the network; None when the turn is theirs.
    `told_at`: when they were told that nobody answered. `visit_wall`: the hour on the wall there, `2026-12-03 14:30`.
    `group`: the same for what was sent together to several networks. `doors`: the schemes after this one in rank,
    joined by a space; `reminded`: after how many days its network was reminded last. `language`: what the holder last
    spoke. `own`: the person of the turn asked it."""

    id: int
    kind: str
    network: str
    state: str
    asked_at: datetime
    person: int
    scheme: str = ""
    body: str | None = None
    reason: str = ""
    waiting_at: datetime | None = None
    answered_at: datetime | None = None
    closed_at: datetime | None = None
    told_at: datetime | None = None
    visit_at: datetime | None = None
    visit_wall: str = ""
    place: str = ""
    group: str = ""
    doors: str = ""
    reminded: int = 0
    version: int = 1
    language: str = ""
    own: bool = False

    @property
    def is_over(self) -> bool:
        """True if nothing more is to come of it."""
        return self.state in OVER


@dataclass(frozen=True, slots=True)
class ToDo:
    """A page of requests, the oldest first, and how many there are in all."""

    requests: tuple[Request, ...] = ()
    count: int = 0


class RequestQuestions(Protocol):
    """What the person of the turn asked of people, and what is asked of the networks that they answer for."""

    def mine(self, *kinds: str) -> tuple[Request, ...]:
        """Those of the person that are not over, the latest first; of these kinds, or of all."""
        ...

    def claim(self, id: int) -> Request | None:
        """A request by its number, locked until the commit. Whether the person may touch it is asked by who calls:
        `own`, or the network (handlers/readers.py)."""
        ...

    def of_network(self, networks: Collection[str], page: int = 0) -> ToDo:
        """Those of these networks that are not over, the oldest first, PAGE by PAGE."""
        ...

    def waiting(self, networks: Collection[str]) -> int:
        """How many of them wait for a word of the network."""
        ...

    def together(self, group: str) -> tuple[Request, ...]:
        """Those of the person that were sent together, over or not."""
        ...

    def refusing(self, person: int | None = None) -> frozenset[str]:
        """The networks that said no lately to this person; to that of the turn, without one."""
        ...


@dataclass(frozen=True, slots=True)
class NoRequests:
    """What is answered where nothing is asked."""

    nothing: tuple[()] = field(default=())

    def mine(self, *kinds: str) -> tuple[Request, ...]:
        """None."""
        return ()

    def claim(self, id: int) -> Request | None:
        """None."""
        return None

    def of_network(self, networks: Collection[str], page: int = 0) -> ToDo:
        """None."""
        return ToDo()

    def waiting(self, networks: Collection[str]) -> int:
        """None."""
        return 0

    def together(self, group: str) -> tuple[Request, ...]:
        """None."""
        return ()

    def refusing(self, person: int | None = None) -> frozenset[str]:
        """None."""
        return frozenset()
