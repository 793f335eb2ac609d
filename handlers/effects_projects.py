"""What a turn may cause to laureate projects, to who is of them, and to who asks to be a member."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Enter:
    """The person of this turn comes in with a pass, by its number, once."""

    entry: int


@dataclass(frozen=True, slots=True)
class Admit:
    """Keep the fingerprint of this code as one that lets a colleague in for a project."""

    project: int
    code: str


@dataclass(frozen=True, slots=True)
class Enlist:
    """Add a project to the list of a community, with this first code; one already there gets a new first code,
    and its former ones that nobody used are taken back."""

    community: str
    name: str
    call: str
    year: int
    code: str


@dataclass(frozen=True, slots=True)
class TakeBack:
    """A pass opens nothing any more; who came in with it leaves the community, unless another project keeps them."""

    entry: int


@dataclass(frozen=True, slots=True)
class Settle:
    """An animator decided: this membership is accepted or heard again (`member`), silenced (`muted`), or refused."""

    membership: int
    state: str


ProjectEffect = Enter | Admit | Enlist | TakeBack | Settle
