"""Holders who ask for a rendez-vous, and those who answer for a network, on a real database."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import select

from handlers.roles import AGENT
from storage.tables import requests
from tests.conversation import guide
from tests.lives import Life
from tests.roles import START, invited

SCHEME = "ville_rdv"


@dataclass
class Asking(Life):
    """A life in the first pack. `id`: the last request that was made."""

    now: datetime = START
    guide: Any = field(default_factory=lambda: guide("lille"))
    id: int = 0

    def reader(self, role: str = AGENT, network: str = "", who: str = "u2") -> None:
        """Someone holds a role from now on."""
        self.says("bonjour", who)
        self.says(invited(self.database, self.now, role, network), who)
        self.says("arrêter", who)

    def asks(self, about: str, who: str = "u1", scheme: str = SCHEME) -> int:
        """Someone asks for a rendez-vous; its number."""
        if self.person(who) is None:
            self.says("bonjour", who)
        self.taps(f"visit/ask:{scheme}", who)
        self.says("peu importe", who)
        self.says(about, who)
        self.says("envoyer", who)
        self.id = int(self.rows(select(requests.c.id).order_by(requests.c.id.desc()))[0][0])
        return self.id

    def dated(self, when: str, who: str = "u2") -> None:
        """Someone who answers gives a date."""
        self.taps(f"setting/begin:{self.id}", who)
        self.says(when, who)
        self.says("passer", who)
        self.says("envoyer", who)

    def heard(self, who: str = "u1") -> list[str]:
        """The keys of what was told about requests to someone, without the person."""
        return [key.rpartition("/")[0] for key, peer, _ in self.sent if peer == who and key.startswith("request/")]
