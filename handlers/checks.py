"""Who asks to be a member, and who is one, as those see them who look after a community: the check, and silence."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from handlers.members import Profile
from handlers.pack import Communities, Community
from handlers.roles import AGENT, ANIMATOR, Role

REASONS = ("short", "elsewhere", "none", "unproved")
"""Why a request may be refused; the person reads a sentence for each (`asks-refused-you-<reason>`)."""
REFUSED = "refused"
PAGE = 5


@dataclass(frozen=True, slots=True)
class Entrant:
    """A membership, by its number, with what its person chose to show. `person` and `language` serve to answer
    them; `since` is when they asked, or came in."""

    id: int
    person: int
    community: str
    state: str
    since: datetime
    language: str = ""
    profile: Profile = field(default_factory=Profile)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One request among those that wait: its place, from 1, and how many there are."""

    entrant: Entrant
    number: int
    count: int


def looked_after(roles: Iterable[Role], known: Communities) -> tuple[Community, ...]:
    """The communities of which one of these roles is the animator, or the agent of who keeps the list."""
    held = tuple(roles)
    return tuple(each for each in known.communities if role_for(held, known, each.id) is not None)


def role_for(roles: Iterable[Role], known: Communities, community: str) -> Role | None:
    """The role under which a community is looked after; None if none of them does.

    An animator has one network. An agent without a network is one of the public authority: of the networks whose
    list proves a membership."""
    here = known.by_id.get(community)
    if here is None:
        return None
    listing = {each.network for each in known.communities if each.proof == "code"}
    for role in roles:
        if role.name in (ANIMATOR, AGENT) and role.network == here.network:
            return role
        if role.name == AGENT and not role.network and here.network in listing:
            return role
    return None


class CheckQuestions(Protocol):
    """The memberships of some communities, whoever's they are. Whoever asks has shown that they may."""

    def waiting(self, communities: Collection[str], after: int) -> Waiting | None:
        """The oldest request after a number (0: of all), or None if none is left."""
        ...

    def members(self, communities: Collection[str], page: int) -> tuple[tuple[Entrant, ...], int]:
        """Some of those who are in, the oldest first, and how many there are."""
        ...

    def claim(self, membership: int) -> Entrant | None:
        """One of them as it is now, locked until the commit; None if it is gone."""
        ...


class NoChecks:
    """What is answered where there is no community."""

    def waiting(self, communities: Collection[str], after: int) -> Waiting | None:
        """Nobody asks."""
        return None

    def members(self, communities: Collection[str], page: int) -> tuple[tuple[Entrant, ...], int]:
        """Nobody is in."""
        return (), 0

    def claim(self, membership: int) -> Entrant | None:
        """Nobody is in."""
        return None
