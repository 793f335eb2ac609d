"""Whatever three members do, in whatever order: what nobody ever reads, and what never arrives."""

from __future__ import annotations

import random
from collections import Counter
from typing import Any

import pytest
from sqlalchemy import Row

from handlers.meetings import ASKING, MOST_ASKED
from storage.database import Database
from storage.leaving import leave
from storage.outbox import WORDS
from storage.tables import metadata
from tests.circle import COMMUNITY, Circle, Read

NAMES = ("Terreau", "Bo", "Cleo")
# Of each card: what members may read, and what nobody may.
SHOWN, CLOSED = "fleuriste", "cachette"
MOSTLY = 0.8
SEEDS, STEPS = range(6), 45
DOINGS = Counter(ask=5, answer=6, write=10, end=1, refuse=1, unblock=1, hide_or_show=1, look_around=2, wait=3, go=1)
"""How often each is done."""


class Walk:
    """`wrote`: who typed each text meant for another, and whether both must have said yes first. `refusing`: who
    receives nothing from whom, as they were told."""

    def __init__(self, database: Database, seed: int) -> None:
        self.circle = Circle(database)
        self.chance = random.Random(seed)
        self.wrote: dict[str, tuple[str, bool]] = {}
        self.refusing: set[tuple[str, str]] = set()
        self.hidden: set[str] = set()
        self.gone: set[str] = set()
        self.both: set[frozenset[str]] = set()
        self.read = 0
        self.done: list[str] = []
        for who in NAMES:
            self.circle.enter(who, structure=f"{SHOWN}{who}", line=f"{CLOSED}{who}", shown="name structure")

    def step(self) -> None:
        """Someone does something."""
        who, doing = self.chance.choice(NAMES), self.chance.choices(list(DOINGS), list(DOINGS.values()))[0]
        self.done.append(f"{doing} {who}")
        getattr(self, doing)(who)
        self._look()

    def _someone(self, but: str) -> str:
        return self.chance.choice([name for name in NAMES if name != but])

    def _introduction(self, state: str = "") -> tuple[str, int]:
        """One of the last, in that state if there is one, and mostly someone whom it concerns."""
        rows = [row for row in self.circle.rows() if row.state == state] or self.circle.rows()[-3:]
        row = self.chance.choice(rows) if rows else None
        sides = (
            [row.asker, row.asked] if row is not None and state != "asked" else [row.asked] if row is not None else []
        )
        known = [name for name, number in self.circle.numbers.items() if number in sides]
        who = self.chance.choice(known if known and self.chance.random() < MOSTLY else NAMES)
        return who, row.id if row is not None else 1

    # What they do

    def ask(self, who: str) -> None:
        self.circle.asks(who, self._someone(who), self.chance.choice(["", self._text(who, relay=False)]))

    def answer(self, who: str) -> None:
        who, id = self._introduction("asked")
        self.circle.answers(who, id, self.chance.choice(["oui", "oui", "non"]))

    def write(self, who: str) -> None:
        who, id = self._introduction("open")
        self.circle.writes(who, id, self._text(who, relay=True))

    def end(self, who: str) -> None:
        who, id = self._introduction("open")
        self.circle.taps(who, self.chance.choice(["back", "close"]), id)

    def refuse(self, who: str) -> None:
        who, id = self._introduction(self.chance.choice(["asked", "open"]))
        report = self.chance.random() < 0.5
        said = self.circle.reports(who, id, 1) if report else self.circle.taps(who, "stop", f"{id}.1")
        if "Vous ne recevez plus rien" in said:
            self.refusing.add((who, self._other(who, id)))

    def unblock(self, who: str) -> None:
        other = self._someone(who)
        if "C'est fait" in self.circle.taps(who, "unblock", self.circle.numbers[other]):
            self.refusing.discard((who, other))

    def hide_or_show(self, who: str) -> None:
        self.hidden ^= {who}
        self.circle.shows(who, "hidden" if who in self.hidden else "members")

    def look_around(self, who: str) -> None:
        said = self.circle.says(who, self.chance.choice(["mes demandes", "mes blocages", "menu"]))
        said += self.circle.says(who, "annuaire") + self.circle.taps(who, "all", "_.0")
        for other in NAMES:
            if other != who and (other in self.hidden | self.gone):
                assert f"{SHOWN}{other}" not in said

    def wait(self, who: str) -> None:
        self.circle.later(hours=self.chance.choice([1, 2, 14, 30, 170, 2200]))

    def go(self, who: str) -> None:
        """Leaves, or is erased; and may come back as anyone may."""
        if who in self.gone:
            self.gone.discard(who)
            self.hidden.discard(who)
            self.refusing = {pair for pair in self.refusing if who not in pair}
            self.circle.enter(who, structure=f"{SHOWN}{who}", line=f"{CLOSED}{who}", shown="name structure")
            return
        self.gone.add(who)
        if self.chance.random() < 0.5:
            self.circle.says(who, "oublier")
            self.circle.says(who, choice="privacy/forget:yes")
            self._nothing_left(who)
            self.wrote = {text: known for text, known in self.wrote.items() if known[0] != who}
            return
        with self.circle.database.write() as connection:
            leave(connection, self.circle.numbers[who], COMMUNITY)

    # What must hold

    def _look(self) -> None:
        """At all that arrived since the last look."""
        self.both |= {self._pair(row) for row in self.circle.rows() if row.state == "open"}
        arrived, self.read = self.circle.heard[self.read :], len(self.circle.heard)
        for read in arrived:
            self._fits(read)

    def _fits(self, read: Read) -> None:
        others = [name for name in NAMES if name != read.who]
        assert [name for name in others if f"{CLOSED}{name}" in read.text] == []
        for text, (writer, relay) in self.wrote.items():
            if text not in read.text or writer == read.who:
                continue
            # Who reports reads once more what they report.
            assert (read.who, writer) not in self.refusing or not read.key.startswith(WORDS), self.done
            assert not relay or frozenset((read.who, writer)) in self.both
        writers = {number: name for name, number in self.circle.numbers.items()}
        if read.key.startswith(WORDS) and read.about is not None:
            assert (read.who, writers[read.about]) not in self.refusing
            assert read.who not in self.gone

    def asked_too_often(self) -> list[int]:
        """Who asked more than three times in seven days."""
        found = []
        for number in {row.asker for row in self.circle.rows() if row.asker is not None}:
            asked = [row.asked_at for row in self.circle.rows() if row.asker == number]
            if any(sum(at <= each < at + ASKING for each in asked) > MOST_ASKED for at in asked):
                found.append(number)
        return found

    def _nothing_left(self, who: str) -> None:
        """Of who was erased: no word in any table, and nothing on its way to them."""
        theirs = [text for text, (writer, _) in self.wrote.items() if writer == who]
        with self.circle.database.read() as connection:
            kept = str([connection.execute(table.select()).all() for table in metadata.sorted_tables])
        assert [text for text in (*theirs, f"{SHOWN}{who}", f"{CLOSED}{who}") if text in kept] == []

    def _text(self, who: str, *, relay: bool) -> str:
        text = f"mot{len(self.wrote)}fin"
        self.wrote[text] = (who, relay)
        return text

    def _other(self, who: str, id: int) -> str:
        row = next(row for row in self.circle.rows() if row.id == id)
        number = row.asked if row.asker == self.circle.numbers[who] else row.asker
        return next(name for name, known in self.circle.numbers.items() if known == number)

    def _pair(self, row: Row[Any]) -> frozenset[str]:
        return frozenset(name for name, number in self.circle.numbers.items() if number in (row.asker, row.asked))


@pytest.mark.parametrize("seed", SEEDS)
def test_whatever_three_members_do_nobody_reads_more_than_was_shown(either_database: Database, seed: int) -> None:
    """Nor a word before both said yes, nor after a block; and nothing is left of who was erased."""
    walk = Walk(either_database, seed)
    for _ in range(STEPS):
        walk.step()
        assert walk.asked_too_often() == [], walk.done
    assert walk.read > 0
