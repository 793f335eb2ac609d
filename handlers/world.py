"""All that a handler may look at. The questions are answered inside the transaction of the turn."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from handlers.access import AccessQuestions, NoAccess
from handlers.broadcasts import BroadcastQuestions, NoBroadcasts
from handlers.calendar import Night
from handlers.checks import CheckQuestions, NoChecks
from handlers.desk import Confirmed, Correction, NoDesk
from handlers.durations import Durations
from handlers.gatherings import GatheringQuestions, NoGatherings
from handlers.guide import Guide
from handlers.links import NoLinks, Offer, Reached
from handlers.meetings import MeetingQuestions, NoMeetings
from handlers.members import MemberQuestions, NoMembers
from handlers.messages import NO_ANSWERS
from handlers.notice import Notice
from handlers.ours import NoOwn, OwnQuestions
from handlers.outcomes import NoOutcomes, OutcomeQuestions
from handlers.projects import NoProjects, ProjectQuestions
from handlers.quiet import awake, night_of
from handlers.reminder_questions import NoReminders, ReminderQuestions
from handlers.requests import NoRequests, RequestQuestions
from handlers.rights import NoRights, RightsQuestions
from handlers.roles import Given, Invitation, Role, Use
from handlers.talks import NoTalks, TalkQuestions
from handlers.yearly import NoYears, YearQuestions


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

    def mine(self) -> tuple[Role, ...]:
        """The roles that the person of this turn holds now."""
        ...

    def claim(self, code: str) -> Invitation | None:
        """What this code would give, locked until the commit; None if there is no such code."""
        ...

    def guesses(self, since: datetime) -> int:
        """How many wrong codes the person of this turn typed after an instant."""
        ...

    def holders(self, role: str, network: str = "") -> tuple[Given, ...]:
        """Who holds this role now, to be told something; `network` empty: wherever it is held."""
        ...

    def given(self, after: int, limit: int) -> tuple[Given, ...]:
        """The roles held now by anybody, by number, after one of them."""
        ...

    def claim_role(self, id: int) -> Given | None:
        """A role held now, locked until the commit, with all roles of its kind."""
        ...

    def journal(self, before: int, limit: int) -> tuple[Use, ...]:
        """The last uses of roles, before one of them (0: of all)."""
        ...


class DeskQuestions(Protocol):
    """What networks said of their cards."""

    def confirmed(self) -> Mapping[str, Confirmed]:
        """The facts that were confirmed, by name, each as it was last."""
        ...

    def waiting(self, network: str | None = None) -> tuple[Correction, ...]:
        """The corrections that wait for an administrator, the oldest first; those of one network, or all."""
        ...

    def claim(self, correction: int) -> Correction | None:
        """A correction by its number, locked until the commit."""
        ...


class LinkQuestions(Protocol):
    """What makes one person of two addresses, seen from the address of this turn."""

    def claim(self, code: str) -> Offer | None:
        """What this code would link, with its owner locked until the commit; None if there is no such code."""
        ...

    def typed(self) -> Offer | None:
        """What a code typed here before would link, its owner locked."""
        ...

    def awaited(self) -> Offer | None:
        """What the code of the person of this turn, typed elsewhere, would link; who typed it is locked."""
        ...

    def mine(self) -> tuple[Reached, ...]:
        """The addresses of the person of this turn, the first one first."""
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
    links: LinkQuestions = field(default_factory=NoLinks)
    desk: DeskQuestions = field(default_factory=NoDesk)
    projects: ProjectQuestions = field(default_factory=NoProjects)
    checks: CheckQuestions = field(default_factory=NoChecks)
    members: MemberQuestions = field(default_factory=NoMembers)
    meetings: MeetingQuestions = field(default_factory=NoMeetings)
    notice: Notice = field(default_factory=Notice)
    rights: RightsQuestions = field(default_factory=NoRights)
    gatherings: GatheringQuestions = field(default_factory=NoGatherings)
    reminders: ReminderQuestions = field(default_factory=NoReminders)
    broadcasts: BroadcastQuestions = field(default_factory=NoBroadcasts)
    outcomes: OutcomeQuestions = field(default_factory=NoOutcomes)
    ours: OwnQuestions = field(default_factory=NoOwn)
    requests: RequestQuestions = field(default_factory=NoRequests)
    talks: TalkQuestions = field(default_factory=NoTalks)
    yearly: YearQuestions = field(default_factory=NoYears)
    access: AccessQuestions = field(default_factory=NoAccess)

    @property
    def night(self) -> Night:
        """The quiet hours of the territory."""
        return night_of(self.guide, self.durations)

    @property
    def morning(self) -> datetime:
        """Now, or the next morning if it is night: nobody who did not just write is woken."""
        return awake(self.now, self.night)
