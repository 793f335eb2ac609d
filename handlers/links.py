"""Two messengers, one person: how long a code lives, and what is known of a link that is being made."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from handlers.conversation import Conversation

LINK_LIVES = timedelta(minutes=10)
"""From the code to its typing on the other messenger; as long again for a yes, where one is needed."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A code that someone (`owner`) asked for at an `address`, and where it was typed, if it was.

    `own`: this person asked for it. `with_role`: its owner holds a role. `agreed`: who typed it said yes."""

    owner: int
    own: bool
    address: int
    channel: str
    conversation: Conversation
    with_role: bool
    expires_at: datetime
    typed_by: int | None = None
    typed_on: str = ""
    agreed: bool = False

    def is_open(self, now: datetime) -> bool:
        """True if the code can still be typed."""
        return self.typed_by is None and now < self.expires_at

    def waits(self, now: datetime, *, agreed: bool) -> bool:
        """True if it was typed and waits for a yes: of who gave it when who typed it `agreed`, else of them."""
        return self.typed_by is not None and self.agreed == agreed and now < self.expires_at


@dataclass(frozen=True, slots=True)
class Reached:
    """One address of the person of the turn. `first`: they began with it; `here`: they write from it."""

    address: int
    channel: str
    first: bool
    here: bool


class NoLinks:
    """What is answered where nobody can link anything."""

    def claim(self, code: str) -> Offer | None:
        """No code is known."""
        return None

    def typed(self) -> Offer | None:
        """None was typed here."""
        return None

    def awaited(self) -> Offer | None:
        """None waits for a yes."""
        return None

    def mine(self) -> tuple[Reached, ...]:
        """Nothing is known of other addresses."""
        return ()
