"""What is read by nobody in particular: a page, a calendar, a sheet of paper, in one language and at one hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from handlers.context import Context
from handlers.conversation import Conversation
from handlers.guide import Guide
from handlers.messages import Address, Inbound
from handlers.roles import Given, Invitation, Role, Use
from handlers.world import Person, World


@dataclass(frozen=True, slots=True)
class NoRoles:
    """Nobody holds anything."""

    def mine(self) -> tuple[Role, ...]:
        """None."""
        return ()

    def claim(self, code: str) -> Invitation | None:
        """None."""
        return None

    def guesses(self, since: datetime) -> int:
        """None."""
        return 0

    def holders(self, role: str, network: str = "") -> tuple[Given, ...]:
        """None."""
        return ()

    def given(self, after: int, limit: int) -> tuple[Given, ...]:
        """None."""
        return ()

    def claim_role(self, id: int) -> Given | None:
        """None."""
        return None

    def journal(self, before: int, limit: int) -> tuple[Use, ...]:
        """None."""
        return ()


def reader(guide: Guide, language: str, now: datetime) -> Context:
    """What sentences are said with, where no conversation is; in the first language if this one is not spoken."""
    spoken = language if language in guide.wording.languages else guide.wording.languages[0]
    nowhere = Inbound(Address("", ""), "")
    return Context(Conversation(language=spoken), nowhere, World(guide, now, Person(), NoRoles(), _nothing))


def _nothing(_: int) -> str:
    return ""
