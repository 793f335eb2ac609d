"""Roles kept in memory, for conversations with the engine alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from handlers.effects import Effect, Guess, Redeem
from handlers.effects_desk import Invite, Revoke
from handlers.roles import CODE_LIVES, Given, Invitation, Role, Use, code_in
from scheduler.clock import SystemClock
from storage import roles
from storage.database import Database

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
_MOST = 100


@dataclass
class Doors:
    """The codes made, who holds what, and the wrong codes of each."""

    codes: dict[str, Invitation] = field(default_factory=dict)
    held: dict[str, tuple[Role, ...]] = field(default_factory=dict)
    guessed: dict[str, tuple[datetime, ...]] = field(default_factory=dict)

    def invite(self, role: str, network: str, now: datetime) -> str:
        """A new code, the same at each run."""
        number = 1 + max((one.id for one in self.codes.values()), default=0)
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
        if isinstance(effect, Invite):
            number = 1 + max((one.id for one in self.codes.values()), default=0)
            made = Invitation(number, Role(effect.role, effect.network), now + CODE_LIVES)
            self.codes[effect.code] = made
        if isinstance(effect, Revoke):
            self._revoke(effect.role)

    def _revoke(self, number: int) -> None:
        """The role of this number, in the order in which they are listed."""
        every = [(who, role) for who in sorted(self.held) for role in self.held[who]]
        who, gone = every[number - 1]
        self.held[who] = tuple(role for role in self.held[who] if role != gone)

    def forget(self, who: str) -> None:
        """Everything of one person."""
        self.held.pop(who, None)
        self.guessed.pop(who, None)


@dataclass(frozen=True)
class RolesOf:
    """The questions about roles of one person."""

    doors: Doors
    who: str

    def mine(self) -> tuple[Role, ...]:
        return self.doors.held.get(self.who, ())

    def claim(self, code: str) -> Invitation | None:
        return self.doors.codes.get(code)

    def guesses(self, since: datetime) -> int:
        return sum(at > since for at in self.doors.guessed.get(self.who, ()))

    def holders(self, role: str, network: str = "") -> tuple[Given, ...]:
        held = [one for one in self.given(0, _MOST) if one.role.name == role and network in ("", one.role.network)]
        return tuple({one.person: one for one in held}.values())

    def given(self, after: int, limit: int) -> tuple[Given, ...]:
        everyone = sorted(self.doors.held)
        every = [(who, role) for who in everyone for role in self.doors.held[who]]
        found = (
            Given(number, 1 + everyone.index(who), role, START, "fr", who == self.who)
            for number, (who, role) in enumerate(every, 1)
        )
        return tuple(one for one in found if one.id > after)[:limit]

    def claim_role(self, id: int) -> Given | None:
        return next((one for one in self.given(0, _MOST) if one.id == id), None)

    def journal(self, before: int, limit: int) -> tuple[Use, ...]:
        return ()


def invited(database: Database, now: datetime, role: str, network: str) -> str:
    """A code made in a real database, by chance."""
    with database.write() as connection:
        return roles.invite(connection, SystemClock().draw, role, network, now)
