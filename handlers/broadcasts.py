"""Broadcasts seen from the conversation of an animator: whom they reach, what became of each message."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Protocol

from handlers.messages import NO_ANSWERS

DRAFT, WAITING, SENDING, PAUSED, DONE, STOPPED = "draft", "waiting", "sending", "paused", "done", "stopped"
STATES = (DRAFT, WAITING, SENDING, PAUSED, DONE, STOPPED)
"""`waiting`: confirmed, and not begun yet: for a minute, or until the hour that was chosen. `draft`: taken back."""

GOES: Mapping[str, tuple[str, ...]] = {
    DRAFT: (WAITING,),
    PAUSED: (SENDING,),
    SENDING: (PAUSED,),
    STOPPED: (WAITING, SENDING, PAUSED),
}
"""A state that its network may ask for: those from which it may."""

UNDO = timedelta(seconds=60)
"""After the confirmation a broadcast may be taken back without anybody having read it."""
SAME_TEXT = timedelta(minutes=10)
"""The same words again, sooner than this, are asked about."""
SLICE = 250
"""People whose messages are made in one transaction, which lasts less than 50 ms on a busy machine (500 lasted 60)."""
LONGEST_TEXT = 900
LONGEST_WITH_FILE = 700
"""Of a text with a picture or a file: with it, the whole is one message everywhere."""
LONGEST_ALT = 150
LARGEST_FILE = 3_000_000
"""Bytes of a picture or a file: those who read it may pay for each of them."""
FORMS: Mapping[str, str] = {"jpg": "image/jpeg", "png": "image/png", "pdf": "application/pdf"}
"""What may be joined, by the end of its name."""
ENCLOSURE = "enclosure"
"""Opens the recipe of what is joined."""
LONGEST_ANSWER = 800

NO_YES, BLOCKED, NO_ADDRESS, MUTED = "no-yes", "blocked", "no-address", "muted"
EXCLUDED = (NO_YES, BLOCKED, NO_ADDRESS, MUTED)
"""Why someone of a segment is not written to."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Whom: all that are given must hold, an empty one holds for all. Several values of one: any of them.
    `follows`: `series/<id>`, `network/<id>`…; `domains`, `stages`, `communes` of the member's card."""

    follows: tuple[str, ...] = ()
    communities: tuple[str, ...] = ()
    communes: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    coming_to: int | None = None


@dataclass(frozen=True, slots=True)
class Audience:
    """How many people a segment reaches, and how many it does not, by reason (EXCLUDED). `languages`: of those
    reached; `channels` too, each person counted where they would be written to."""

    reached: int = 0
    excluded: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, int] = field(default_factory=dict)
    channels: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Broadcast:
    """One message to many. `texts` by language; `states`: how many rows of the ledger are in each; `again`: how many
    of those of whom nothing is known may be written to once more; `to_write`: people of whom there is no row yet;
    `held`: those who were written to enough this week, and read of it in the digest. `enclosure`: the picture or the
    file that goes with it, `12.png`; `alt`: what it shows, in words."""

    id: int
    network: str
    state: str
    texts: Mapping[str, str] = field(default_factory=lambda: NO_ANSWERS)
    segment: Segment = field(default_factory=Segment)
    gathering: int | None = None
    link: str = ""
    confirmed_at: datetime | None = None
    starts_at: datetime | None = None
    began_at: datetime | None = None
    finished_at: datetime | None = None
    audience: Audience = field(default_factory=Audience)
    states: Mapping[str, int] = field(default_factory=dict)
    again: int = 0
    to_write: int = 0
    held: int = 0
    mine: bool = False
    author: int | None = None
    language: str = ""
    enclosure: str = ""
    alt: str = ""

    def count(self, *states: str) -> int:
        """How many messages are in one of these states."""
        return sum(self.states.get(state, 0) for state in states)


@dataclass(frozen=True, slots=True)
class About:
    """What a sentence answers: `b12` a broadcast, `g7` a message about a gathering. Of which network, and who wrote
    that broadcast, if they are still there. `purpose`: the yes that the message needed; `token`: that of words passed
    on, `to_network` if an animator received them; `progress`: it tells who sent it what becomes of it."""

    reference: str
    network: str
    author: int | None = None
    gathering: int | None = None
    purpose: str = ""
    token: str = ""
    to_network: bool = False
    progress: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """Words that the person of the turn received through the bot, from someone (`other`) who does not see who they
    are. `to_network`: an animator of the network of `about` received them."""

    about: About
    token: str
    other: int | None
    to_network: bool
    language: str = ""


def reference_of(key: str) -> str:
    """What a message of the ledger is about, `b12` or `g7`, told by its key; empty if nobody can be answered."""
    if found := re.fullmatch(r"(?:community/)?broadcast/(\d+)/.+", key, re.ASCII):
        return f"b{found[1]}"
    found = re.fullmatch(r"(?:remind|announce|change|after|seat)/(\d+)/.+", key, re.ASCII)
    return f"g{found[1]}" if found else ""


class BroadcastQuestions(Protocol):
    """The broadcasts of networks, and what is answered to them."""

    def audience(self, network: str, segment: Segment) -> Audience:
        """Whom this would reach now."""
        ...

    def of_network(self, networks: tuple[str, ...], limit: int) -> tuple[Broadcast, ...]:
        """The last ones of these networks, the latest first."""
        ...

    def claim(self, id: int) -> Broadcast | None:
        """One of them, locked until the commit."""
        ...

    def same_text(self, network: str, texts: Mapping[str, str], since: datetime) -> bool:
        """True if the network sent these very words after an instant."""
        ...

    def answered(self, reference: str) -> About | None:
        """What the quoted message of the person was about; None if it is nobody's to answer."""
        ...

    def heard(self, since: datetime) -> About | None:
        """What the last message told unasked to the person after an instant was about."""
        ...

    def about(self, reference: str) -> About | None:
        """What a reference (`b12`) stands for, if the person was told of it."""
        ...

    def words(self, token: str) -> Words | None:
        """Words that the person received, by their token, or by the quoted message."""
        ...


@dataclass(frozen=True, slots=True)
class NoBroadcasts:
    """What is answered where nothing is sent to many."""

    def audience(self, network: str, segment: Segment) -> Audience:
        """Nobody."""
        return Audience()

    def of_network(self, networks: tuple[str, ...], limit: int) -> tuple[Broadcast, ...]:
        """None."""
        return ()

    def claim(self, id: int) -> Broadcast | None:
        """None."""
        return None

    def same_text(self, network: str, texts: Mapping[str, str], since: datetime) -> bool:
        """Never."""
        return False

    def answered(self, reference: str) -> About | None:
        """None."""
        return None

    def heard(self, since: datetime) -> About | None:
        """None."""
        return None

    def about(self, reference: str) -> About | None:
        """None."""
        return None

    def words(self, token: str) -> Words | None:
        """None."""
        return None
