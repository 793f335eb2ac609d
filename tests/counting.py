"""People who go through the questions, watched from outside: what is counted of them is counted again from what the
bot showed and what they did, without a look at how it counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from random import Random

from sqlalchemy import text

from handlers.engine import respond
from handlers.messages import Choice, Inbound
from storage.play import batch, play
from tests.lives import Life

HOLDER = ("avancement:chantier", "ville:sablegrand", "equipe:seul", "sujet:conseil", "sujet:done")
"""A project holder of the fictional metropolis, to the result."""
CURIOUS = ("avancement:curieux", "ville:sablegrand")
"""Somebody without a project, to the result."""
SILENCE = 30
"""Hours after which answers are erased."""


@dataclass
class Watched(Life):
    """The same lives; `shown` holds the buttons that each sees."""

    shown: dict[str, tuple[Choice, ...]] = field(default_factory=dict)

    def _plays(self, inbound: Inbound) -> list[str]:
        with self.database.write() as connection, batch(connection, [inbound]):
            rows = play(connection, inbound, respond, self.scene)
        self._left(rows)
        mine = [row.reply for row in rows if row.address == inbound.address]
        self.shown[inbound.address.peer] = tuple(choice for reply in mine for choice in reply.choices)
        return [reply.text for reply in mine]

    def ids(self, who: str = "u1") -> list[str]:
        """The buttons that somebody sees."""
        return [choice.id for choice in self.shown.get(who, ())]

    def finishes(self, who: str = "u1", answers: tuple[str, ...] = HOLDER) -> None:
        """From the first question to the result."""
        self.says("recommencer", who)
        for answer in answers:
            self.taps(f"orientation/{answer}", who)
        assert "orientation/result:why" in self.ids(who)

    def tallies(self) -> Counter[tuple[str, str]]:
        """All counters, their weeks together."""
        found: Counter[tuple[str, str]] = Counter()
        for name, of, count in self.rows(text('SELECT name, "of", count FROM tallies')):
            found[name, of] += count
        return found


@dataclass
class Walker:
    """Somebody who does anything, and what was seen of the questions: reached, and how each ended."""

    life: Watched
    name: str
    chance: Random
    seen: Counter[tuple[str, str]] = field(default_factory=Counter)
    open: str = ""

    def walks(self, steps: int) -> None:
        """Come, and do so many things."""
        self._says("bonjour", "said")
        for _ in range(steps):
            self._does()

    def _does(self) -> None:
        move, asked = self.chance.random(), self._asked()
        if move < 0.02:
            self.life.waits(hours=SILENCE)
            self.ends("step-left")
            self._says("bonjour", "said")
        elif move < 0.05:
            self._says("oublier", "said")
            self.ends("step-left")
            self._taps("privacy/forget:yes", "said")
        elif move < 0.1:
            self._says("recommencer", "step-left")
        elif move < 0.25 or not asked:
            self._says(
                self.chance.choice(("pourquoi", "menu", "mot", "arrêter", "reprendre", "mes portes", "blabla")), "said"
            )
        elif asked == "ville" and move < 0.7:
            self._says(self.chance.choice(("Sablegrand", "Haute-Brume")), "step-answered")
        else:
            chosen = self.chance.choice(
                [id for id in self.life.ids(self.name) if id.startswith(f"orientation/{asked}:")]
            )
            value = chosen.rpartition(":")[2]
            self._taps(chosen, {"back": "step-back", "skip": "step-skipped"}.get(value, "step-answered"))

    def _asked(self) -> str:
        """The question whose buttons they see: no other has a way to pass it, or to go back."""
        facts = {id.removeprefix("orientation/").partition(":")[0] for id in self.life.ids(self.name)}
        return next((fact for fact in facts if fact in self.life.guide.pack.question_by_fact), "")

    def _says(self, words: str, end: str) -> None:
        self.life.says(words, self.name)
        self._sees(end)

    def _taps(self, choice: str, end: str) -> None:
        self.life.taps(choice, self.name)
        self._sees(end)

    def _sees(self, end: str) -> None:
        asked = self._asked()
        result = "orientation/result:why" in self.life.ids(self.name)
        if self.open and (result or (asked and asked != self.open)):
            # Words that go on without the question leave the answer that it had.
            self.ends("step-answered" if end == "said" else end)
        if asked and not self.open:
            self.seen["step-reached", self._step(asked)] += 1
            self.open = asked

    def ends(self, how: str) -> None:
        """The question in course, if there is one, ended so."""
        if self.open:
            self.seen[how, self._step(self.open)] += 1
        self.open = ""

    def _step(self, fact: str) -> str:
        return f"{self.life.guide.pack.revision[:8]}/{fact}"
