"""What a turn may cause between two members: an introduction, words passed on, a refusal to receive, a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Words:
    """What the other one of an introduction is told, not before `due` (aware). `buttons`: a step of the dialogue
    and a label for each; the numbers of the introduction and of the words make their ids."""

    text: str
    buttons: tuple[tuple[str, str], ...]
    due: datetime


@dataclass(frozen=True, slots=True)
class AskIntroduction:
    """Ask another person of a community, who is told `said`."""

    community: str
    other: int
    note: str
    said: Words


@dataclass(frozen=True, slots=True)
class SettleIntroduction:
    """An introduction of this person goes to a state; the other one is told `said`, or nothing."""

    id: int
    state: str
    said: Words | None = None


@dataclass(frozen=True, slots=True)
class PassOn:
    """Pass words on to the other one of an open introduction."""

    id: int
    said: Words


@dataclass(frozen=True, slots=True)
class Block:
    """From now on this person receives nothing from another: what was still to leave does not."""

    other: int


@dataclass(frozen=True, slots=True)
class Unblock:
    """This person may receive from another again."""

    other: int


@dataclass(frozen=True, slots=True)
class ReportMember:
    """Keep for the animators of a community what another person wrote."""

    community: str
    other: int
    body: str


@dataclass(frozen=True, slots=True)
class CloseReport:
    """A report was dealt with: its text is erased."""

    id: int


MeetingEffect = AskIntroduction | SettleIntroduction | PassOn | Block | Unblock | ReportMember | CloseReport
