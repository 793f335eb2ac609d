"""Roles kept in memory, for conversations with the engine alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from handlers.effects import Effect, Guess, Redeem
from handlers.roles import CODE_LIVES, Invitation, Role, code_in
from scheduler.clock import SystemClock
from storage import roles
from storage.database import Database


@dataclass
class Doors:
    """The codes made, who holds what, and the wrong codes of each."""

    codes: dict[str, Invitation] = field(default_factory=dict)
    held: dict[str, tuple[Role, ...]] = field(default_factory=dict)
    guessed: dict[str, tuple[datetime, ...]] = field(default_factory=dict)

    def invite(self, role: str, network: str, now: datetime) -> str:
        """A new code, the same at each run."""
        number = len(self.codes) + 1
        shown = f"CODE-{22 + number}AB-CDEF".replace("O", "Q")
        known = code_in(shown)
        assert known is not None
        self.codes[known] = Invitation(number, Role(role, network), now + CODE_LIVES)
        return shown

    def written(self, who: str, effect: Effect, now: datetime) -> None:
        """What a turn caused, as the shell writes it."""
        if isinstance(effect, Guess):
            self.guessed[who] = (*self.guessed.get(who, ()), now)
        if isinstance(effect, Redeem):
            code, found = next((code, one) for code, one in self.codes.items() if one.id == effect.code)
            self.codes[code] = replace(found, used=True)
            self.held[who] = (*self.held.get(who, ()), found.role)

    def forget(self, who: str) -> None:
        """Everything of one person."""
        self.held.pop(who, None)
        self.guessed.pop(who, None)


@dataclass(frozen=True)
class RolesOf:
    """The questions about roles of one person."""

    doors: Doors
    who: str

    def someone_reads(self) -> bool:
        return False

    def mine(self) -> tuple[Role, ...]:
        return self.doors.held.get(self.who, ())

    def claim(self, code: str) -> Invitation | None:
        return self.doors.codes.get(code)

    def guesses(self, since: datetime) -> int:
        return sum(at > since for at in self.doors.guessed.get(self.who, ()))


def invited(database: Database, now: datetime, role: str, network: str) -> str:
    """A code made in a real database, by chance."""
    with database.write() as connection:
        return roles.invite(connection, SystemClock().draw, role, network, now)
