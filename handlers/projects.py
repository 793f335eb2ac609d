"""Laureate projects seen from the conversation: what a code lets in, who is of a project, and who may invite."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from handlers.understand import key

LIST_LIVES = timedelta(days=90)
"""How long a code of the list can be used: it goes by post or by hand, months after the call."""
COLLEAGUE_LIVES = timedelta(days=14)
"""How long a code given by someone of the project can be used."""
PLACES, MOST_PLACES = 3, 20
"""Colleagues that a project lets in besides its first person: when nothing is said, and at most."""
OLDEST_YEAR = 2000
LONGEST_NAME = 120
REVOKED, ENDED = "revoked", "ended"


@dataclass(frozen=True, slots=True)
class Project:
    """A laureate of one call, in one year. It stays, whoever comes and goes."""

    id: int
    community: str
    name: str
    call: str
    year: int
    places: int
    revoked: bool = False


@dataclass(frozen=True, slots=True)
class Pass:
    """What is remembered of a code that lets one person in: never the code. `first`: it is of the list.
    `mine`: the person of this turn came in with it."""

    id: int
    project: Project
    first: bool
    expires_at: datetime
    used: bool = False
    revoked: bool = False
    mine: bool = False

    def is_open(self, now: datetime) -> bool:
        """True if it can still let someone in."""
        return not (self.used or self.revoked or self.project.revoked) and now < self.expires_at


@dataclass(frozen=True, slots=True)
class Colleague:
    """A code given for a project, and who came in with it, if someone did (`since`) and is still there. `name`: as
    members may read it, or nothing; `person` and `language` serve to tell them something. `leads`: of the list, or
    the oldest when nobody of the list is left."""

    entry: int
    first: bool
    expires_at: datetime
    since: datetime | None = None
    name: str = ""
    person: int = 0
    language: str = ""
    mine: bool = False
    leads: bool = False


@dataclass(frozen=True, slots=True)
class Team:
    """A project of the person of this turn, its people in the order in which they came, then the codes still open."""

    project: Project
    people: tuple[Colleague, ...]
    waiting: tuple[Colleague, ...] = ()

    @property
    def led(self) -> bool:
        """True if the person of this turn may invite and take back."""
        return any(each.mine and each.leads for each in self.people)

    @property
    def others(self) -> tuple[Colleague, ...]:
        """The colleagues, in the order in which they are numbered: those who came, then the codes given."""
        return tuple(each for each in (*self.people, *self.waiting) if not each.mine and not each.leads)

    @property
    def left(self) -> int:
        """How many more colleagues may be invited. Who leads takes no place."""
        return max(0, self.project.places - len(self.others))


def same_project(name: str, call: str) -> tuple[str, str]:
    """What two ways of writing one project have in common."""
    return key(name) or name.casefold(), key(call) or call.casefold()


class ProjectQuestions(Protocol):
    """What is known of laureate projects, for the person of the turn."""

    def claim(self, code: str) -> Pass | None:
        """What this code lets in, locked until the commit; None if there is no such code."""
        ...

    def claim_pass(self, entry: int) -> Pass | None:
        """The same, by its number, for who typed the code before."""
        ...

    def mine(self) -> tuple[Team, ...]:
        """The projects of the person, the latest first."""
        ...

    def claim_team(self, project: int) -> Team | None:
        """One of them, locked until the commit so that nobody invites or is taken back at the same time."""
        ...

    def claim_project(self, community: str, name: str, call: str, year: int) -> Project | None:
        """The project of this name in the list of a community, locked; None if there is none."""
        ...


class NoProjects:
    """What is answered where there is no list."""

    def claim(self, code: str) -> Pass | None:
        """No code is known."""
        return None

    def claim_pass(self, entry: int) -> Pass | None:
        """No code is known."""
        return None

    def mine(self) -> tuple[Team, ...]:
        """Nobody has a project."""
        return ()

    def claim_team(self, project: int) -> Team | None:
        """Nobody has a project."""
        return None

    def claim_project(self, community: str, name: str, call: str, year: int) -> Project | None:
        """There is no list."""
        return None
