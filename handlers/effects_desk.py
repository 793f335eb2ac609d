"""What a turn may cause at the desk of those who hold a role: codes, roles taken back, facts confirmed or corrected."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Invite:
    """Keep the fingerprint of this code, which gives this role once."""

    role: str
    network: str
    code: str


@dataclass(frozen=True, slots=True)
class Revoke:
    """Take back a role, by its number."""

    role: int


@dataclass(frozen=True, slots=True)
class Confirm:
    """An animator of this network read these facts as they are now (name, fingerprint), and they are right."""

    network: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Propose:
    """An animator of this network writes a sentence of a card anew; it replaces the one that still waited."""

    network: str
    part: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Decide:
    """An administrator accepts a correction, or refuses it with a reason."""

    correction: int
    accepted: bool
    reason: str = ""


DeskEffect = Invite | Revoke | Confirm | Propose | Decide
