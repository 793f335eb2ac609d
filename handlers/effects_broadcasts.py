"""What a turn may cause about broadcasts, and about what is answered to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from handlers.broadcasts import Audience, Segment


@dataclass(frozen=True, slots=True)
class SendBroadcast:
    """Keep a broadcast, confirmed: its people are those of its segment now, and it leaves from `starts_at` (aware)."""

    network: str
    texts: Mapping[str, str]
    segment: Segment
    audience: Audience
    starts_at: datetime
    gathering: int | None = None
    link: str = ""
    enclosure: str = ""
    alt: str = ""


@dataclass(frozen=True, slots=True)
class TurnBroadcast:
    """A broadcast goes to a state: paused, sending again, or stopped; `draft` takes it back before it began."""

    id: int
    state: str


@dataclass(frozen=True, slots=True)
class SendUncertainAgain:
    """Send again to those of whom it is not known whether they were reached."""

    id: int


@dataclass(frozen=True, slots=True)
class RelayWords:
    """Pass words on to someone who does not learn who wrote them. `reference`: what they are about; `token`: what
    names them in the buttons; `to_network`: they are for an animator. Not before `due` (aware)."""

    reference: str
    token: str
    person: int
    text: str
    buttons: tuple[tuple[str, str], ...]
    due: datetime
    to_network: bool


BroadcastEffect = SendBroadcast | TurnBroadcast | SendUncertainAgain | RelayWords
