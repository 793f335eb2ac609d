"""What a turn may cause to the memberships and the profile of its person."""

from __future__ import annotations

from dataclasses import dataclass

from handlers.members import Profile


@dataclass(frozen=True, slots=True)
class Join:
    """The person of this turn is in a community, in this state; nothing if they already are."""

    community: str
    state: str


@dataclass(frozen=True, slots=True)
class KeepProfile:
    """What they say of themselves from now on, instead of what they said before."""

    profile: Profile


@dataclass(frozen=True, slots=True)
class StillRight:
    """They read what they say of themselves, and it still holds."""


@dataclass(frozen=True, slots=True)
class Leave:
    """They leave a community; with the last one, what they said of themselves is erased."""

    community: str


MemberEffect = Join | KeepProfile | StillRight | Leave
