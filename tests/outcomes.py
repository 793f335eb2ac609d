"""People whose orientation is followed, on a real database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select

from scheduler import outcomes
from storage import bulk
from storage.tables import followups, tallies
from storage.tables import outbox as ledger
from tests.gathered import at
from tests.lives import Life

HERE = ("bonjour", "3", "col-perdu", "coopérative", "de l'argent et un lieu")
DOORS = "coffre_embruns halle_voiles cercle"
"""Where these answers lead, in the made-up territory."""
YES, NO = "outcome/agree:oui", "outcome/agree:non"
PREFIX = "outcome/"
BEGAN = "2026-11-23 10:00"


@dataclass
class Outcomes(Life):
    """A life in which only what became of orientations is asked."""

    now: datetime = field(default_factory=lambda: at(BEGAN))

    def oriented(self, who: str = "u1", *, followed: bool = True) -> list[str]:
        """Answer all the questions, and say yes to be asked later."""
        said = [self.says(text, who) for text in HERE][-1]
        return self.taps(YES, who) if followed else said

    def next_due(self) -> datetime | None:
        """When something is asked, or is over."""
        with self.database.write() as connection:
            found = [outcomes.next_due(connection, self.scene), bulk.next_due(connection, self.now)]
        return min((each for each in found if each is not None), default=None)

    def tick(self) -> None:
        """Ask, and end; nobody is erased meanwhile."""
        with self.database.write() as connection:
            outcomes.send_due(connection, self.scene)
        self.deliver()

    def until(self, local: str) -> None:
        """Live until an hour on the wall."""
        self.lives(seconds=(at(local) - self.now).total_seconds())

    def says_it(self, answer: str, who: str = "u1") -> list[str]:
        """Tap one of the answers under the question."""
        return self.taps(f"outcome/say{self.rows(select(followups.c.id))[0][0]}:{answer}", who)

    def asked(self) -> list[str]:
        """The questions that left, with their hour in UTC."""
        return [f"{key.rpartition('-')[2]} {hour:%m-%d %H:%M}" for key, _, hour in self.sent if key.startswith(PREFIX)]

    def counted(self, name: str = "outcome") -> Mapping[str, int]:
        """What was counted under this name, whatever the week."""
        found: dict[str, int] = {}
        for of, count in self.rows(select(tallies.c.of, tallies.c.count).where(tallies.c.name.like(f"{name}%"))):
            found[of] = found.get(of, 0) + count
        return found

    def followed(self) -> int:
        """How many orientations are followed now."""
        return len(self.rows(select(followups.c.id)))

    def states(self) -> list[str]:
        """What became of the questions in the ledger."""
        rows = self.rows(select(ledger.c.state).where(ledger.c.key.startswith(PREFIX)).order_by(ledger.c.id))
        return [state for (state,) in rows]
