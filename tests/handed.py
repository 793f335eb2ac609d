"""People who hand a request over, and those who answer it, on a real database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from scheduler import handovers, waiting_requests
from storage import bulk
from storage.database import Database
from storage.tables import requests, tallies
from tests.gathered import at
from tests.lives import Life
from tests.outcomes import HERE
from tests.roles import invited

COFFRE, HALLE = "coffre_embruns", "halle_voiles"
BEGAN = "2026-11-23 10:00"
WORDS = "Je cherche un prêt pour un four."
_SOURCES = (waiting_requests, handovers)


@dataclass
class Handed(Life):
    """A life in which only requests are told of. u1 asks; a1 animates the network of the first door, b1 the other."""

    now: datetime = field(default_factory=lambda: at(BEGAN))

    def animates(self, who: str, network: str) -> None:
        """Someone answers for a network from now on."""
        self.says("bonjour", who)
        self.says(invited(self.database, self.now, "animator", network), who)

    def oriented(self, who: str = "u1") -> None:
        """Answer all the questions."""
        for text in HERE:
            self.says(text, who)

    def hands(self, scheme: str = COFFRE, who: str = "u1", *, words: str = WORDS) -> list[str]:
        """Hand a request over, without a contact."""
        self.taps(f"handover/begin:{scheme}", who)
        self.says(words, who)
        self.says("sans contact", who)
        return self.says("envoyer", who)

    def begun(self, *, both: bool = False) -> None:
        """Somebody animates, and somebody hands a request over."""
        self.animates("a1", "coffre")
        if both:
            self.animates("b1", "cercle")
        self.oriented()
        self.hands()

    def told(self, who: str = "u1", prefix: str = "request/") -> list[str]:
        """What someone was told of requests, in order."""
        rows = zip(self.sent, self.texts, strict=True)
        return [text for (key, peer, _), text in rows if peer == who and key.startswith(prefix)]

    def keys(self, who: str = "u1") -> list[str]:
        """The keys of it, without the numbers of people."""
        return [key.rpartition("/")[0] for key, peer, _ in self.sent if peer == who and key.startswith("request/")]

    def state(self, id: int = 1) -> str:
        """Where a request stands."""
        (row,) = self.rows(select(requests.c.state).where(requests.c.id == id))
        return str(row[0])

    def counted(self) -> Mapping[str, int]:
        """What was counted of hand-overs."""
        wanted = select(tallies.c.name, tallies.c.of, tallies.c.count).where(tallies.c.name.like("handover%"))
        return {f"{name}/{of}".rstrip("/"): count for name, of, count in self.rows(wanted)}

    def next_due(self) -> datetime | None:
        """When something is told next."""
        with self.database.write() as connection:
            found = [source.next_due(connection, self.scene) for source in _SOURCES]
            found.append(bulk.next_due(connection, self.now))
        return min((each for each in found if each is not None), default=None)

    def tick(self) -> None:
        """Tell what is due; nobody is erased meanwhile."""
        for source in _SOURCES:
            with self.database.write() as connection:
                source.send_due(connection, self.scene)
        self.deliver()

    def until(self, local: str) -> None:
        """Live until an hour on the wall."""
        self.lives(seconds=(at(local) - self.now).total_seconds())


GONE = "Cette demande n'existe plus."


def begun(database: Database, *, both: bool = False) -> Handed:
    """Somebody animates the network, and somebody handed a request over to it."""
    life = Handed(database)
    life.begun(both=both)
    return life
