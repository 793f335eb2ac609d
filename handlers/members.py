"""Who is in which community, what a member says of themselves, and who may read it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from handlers.messages import NO_ANSWERS

PROFILE_FIELDS = (
    "name",
    "structure",
    "line",
    "forme",
    "etape",
    "commune",
    "quartier",
    "qpv",
    "domains",
    "offers",
    "offers_text",
    "seeks",
    "seeks_text",
    "testify",
    "topics",
    "formats",
    "times",
    "access_needs",
    "contact",
)
"""What a profile may hold (domain.md 3.3), in the order in which it is read."""

ASKED, MEMBER, MUTED = "asked", "member", "muted"
"""What a membership is: waiting for a check, whole, or unable to write to others."""

CHECKED_EVERY = timedelta(days=365)
"""After this a member is asked whether their card is still right, and again as long afterwards."""

HIDDEN, MEMBERS, PUBLIC = "hidden", "members", "public"
"""The visibility that a member chose, and two of those who may look: see `visible`."""
ANIMATOR, SELF = "animator", "self"

_CLOSED = frozenset({"qpv", "testify", "topics", "formats", "times", "access_needs", "contact"})
USUALLY_SHOWN = frozenset(PROFILE_FIELDS) - _CLOSED
"""What a visibility opens unless the member closes it (domain.md 3.3). A contact is never among them."""
CHOSEN = (*(name for name in PROFILE_FIELDS if name in USUALLY_SHOWN and not name.endswith("_text")), "contact")
"""The fields of which the member chooses who reads them; words go with what they are about."""
_WORDS = "_text"


@dataclass(frozen=True, slots=True)
class Membership:
    """The person of the turn in one community. `project`: the number of the laureate project, if that is why;
    `asked_at`: when they were asked last whether their card is still right."""

    id: int
    community: str
    state: str
    joined_at: datetime
    checked_at: datetime
    project: int | None = None
    asked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What a member says of themselves, the same in every community. `said` holds fields of PROFILE_FIELDS, several
    values joined by a space; `shown` names the fields that the visibility opens."""

    said: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)
    shown: frozenset[str] = USUALLY_SHOWN
    visibility: str = HIDDEN


def visible(profile: Profile, viewer: str) -> Mapping[str, str]:
    """What `viewer` (MEMBERS, PUBLIC, ANIMATOR or SELF) may read of a profile. The only place that decides it.

    Members and the public read what is shown, if the visibility opens it to them; a contact is never public. The
    animator of the community reads what is shown, whatever the visibility, and whether they agree to testify."""
    if viewer == SELF:
        return _kept(profile, frozenset(PROFILE_FIELDS))
    open_to = {MEMBERS: (MEMBERS, PUBLIC), PUBLIC: (PUBLIC,), ANIMATOR: (HIDDEN, MEMBERS, PUBLIC)}.get(viewer, ())
    if profile.visibility not in open_to:
        return NO_ANSWERS
    shown = {name for name in CHOSEN if name in profile.shown and not (viewer == PUBLIC and name == "contact")}
    shown |= {f"{name}{_WORDS}" for name in shown} | ({"testify"} if viewer == ANIMATOR else set())
    return _kept(profile, frozenset(shown))


def _kept(profile: Profile, names: frozenset[str]) -> Mapping[str, str]:
    return {name: profile.said[name] for name in PROFILE_FIELDS if name in names and profile.said.get(name)}


class MemberQuestions(Protocol):
    """What the person of the turn is a member of, and says there."""

    def mine(self) -> tuple[Membership, ...]:
        """Their memberships, the oldest first."""
        ...

    def profile(self) -> Profile | None:
        """What they say of themselves; None if they never did."""
        ...


class NoMembers:
    """What is answered where there is no community."""

    def mine(self) -> tuple[Membership, ...]:
        """Nobody is a member."""
        return ()

    def profile(self) -> Profile | None:
        """Nobody says anything."""
        return None
