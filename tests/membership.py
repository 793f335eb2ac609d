"""Memberships and cards kept in memory, for conversations with the engine alone."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

from handlers.effects import Effect
from handlers.effects_members import Join, KeepProfile, Leave, StillRight
from handlers.members import Membership, Profile


@dataclass
class Members:
    """Who is in which community, and what each says of themselves."""

    held: dict[str, tuple[Membership, ...]] = field(default_factory=dict)
    cards: dict[str, Profile] = field(default_factory=dict)
    made: int = 0

    def written(self, who: str, effect: Effect, now: datetime) -> None:
        """What a turn caused, as the shell writes it."""
        mine = self.held.get(who, ())
        if isinstance(effect, Join) and all(each.community != effect.community for each in mine):
            self.made += 1
            self.held[who] = (*mine, Membership(self.made, effect.community, effect.state, now, now))
        if isinstance(effect, KeepProfile):
            self.cards[who] = effect.profile
        if isinstance(effect, KeepProfile | StillRight):
            self.held[who] = tuple(replace(each, checked_at=now) for each in self.held.get(who, ()))
        if isinstance(effect, Leave):
            self.held[who] = tuple(each for each in mine if each.community != effect.community)
            if not self.held[who]:
                self.forget(who)

    def forget(self, who: str) -> None:
        """Everything of one person."""
        self.held.pop(who, None)
        self.cards.pop(who, None)


@dataclass(frozen=True)
class MembersOf:
    """The questions about one person."""

    members: Members
    who: str

    def mine(self) -> tuple[Membership, ...]:
        return self.members.held.get(self.who, ())

    def profile(self) -> Profile | None:
        return self.members.cards.get(self.who)
