"""Nothing that was answered is lost when the process is killed, whenever that happens (faults F3, F4, F7)."""

from __future__ import annotations

import json
import os
import random
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest

from tests.cli.program import Line, Silent, Talk, ran, talking
from tests.cli.test_walks import SLUGS, place
from tests.databases import Home

pytestmark = pytest.mark.slow

PERSONAS: list[dict[str, Any]] = json.loads(Path(__file__).with_name("personas.json").read_text(encoding="utf-8"))
KILLS = int(os.environ.get("BOUSSOLE_KILLS", "50"))
KILLED = (137, -9)
POINTS = ("turn.mid", "turn.before_commit", "turn.after_commit", "send.before_mark", "send.after_mark")


def taps(persona: dict[str, Any]) -> Iterator[str]:
    """The buttons of one persona, a question that is not asked being left out by the bot itself."""
    answers = persona["answers"]
    yield f"etape:{answers['etape']}"
    yield f"commune:{SLUGS.get(place(answers), place(answers))}"
    for fact in ("qpv", "forme", "but", "emplois", "salaries", "porteuse", "profil"):
        if fact in answers:
            yield f"{fact}:{answers[fact]}"
    besoins = answers.get("besoins", [])
    yield from (f"besoins:{value}" for value in besoins)
    if len(besoins) == 1:
        yield "besoins:done"


class Story:
    """One person who answers for one persona after the other; what was heard, by key."""

    def __init__(self) -> None:
        self.heard: Counter[str] = Counter()
        self.doors: dict[int, list[str]] = {}
        self.ends: dict[int, dict[str, Any]] = {}
        self.number = 0
        self._lines = self._told()

    def next(self) -> Line:
        """The next line, with its number as id."""
        self.number += 1
        return {**next(self._lines), "id": self.number}

    def _told(self) -> Iterator[Line]:
        yield {"from": "u1", "text": "bonjour"}
        for persona in cycle(PERSONAS):
            for tap in taps(persona):
                yield {"from": "u1", "choice": f"orientation/{tap}"}
            self.ends[self.number] = persona
            yield {"from": "u1", "text": "mes portes"}
            yield {"from": "u1", "text": "recommencer"}

    def hear(self, message: Line) -> int:
        """Keep what was said; returns the number of the line that it answers."""
        self.heard[message["key"]] += 1
        number = int(message["key"].split("/")[-2])
        opening = "orientation/scheme:"
        ids = [choice["id"] for choice in message["choices"]]
        if doors := [id.removeprefix(opening) for id in ids if id.startswith(opening)]:
            self.doors[number] = doors
        return number


def left(talk: Talk) -> Iterator[Line]:
    """All that a process says until it ends."""
    with suppress(Silent):
        while True:
            yield talk.heard()


def told_until_killed(talk: Talk, story: Story, line: Line, moment: float) -> Line:
    """Lines one after the other until the kill, after some milliseconds; returns the line left unanswered."""
    deadline = time.monotonic() + moment
    while time.monotonic() < deadline:
        for message in talk.send(line).messages:
            story.hear(message)
        line = story.next()
    talk.write(line)
    time.sleep(deadline % 0.003)
    talk.kill()
    for said in left(talk):
        if "key" in said:
            story.hear(said)
    return line


def test_kills_at_any_moment_lose_no_answer_and_repeat_at_most_the_last_reply(file_home: Home) -> None:
    """Whoever writes sends again what got no `done`, with the same id."""
    story, chance = Story(), random.Random(50)
    line = story.next()
    for _ in range(KILLS):
        talk = Talk("--db", file_home.url)
        again = {story.hear(message) for message in talk.owed}
        assert len(again) <= 1, "only one turn may be said again"
        assert again <= {line["id"], line["id"] - 1}, "and it is the last one"
        line = told_until_killed(talk, story, line, chance.uniform(0.0, 0.12))
    with talking("--db", file_home.url) as talk:
        for message in (*talk.owed, *talk.send(line).messages):
            story.hear(message)
    assert max(story.heard.values()) <= 2
    answered = {int(key.split("/")[-2]) for key in story.heard}
    assert answered == set(range(1, line["id"] + 1)), "every line was answered"
    assert len(story.ends) > 3
    for number, persona in story.ends.items():
        if number in answered:
            assert story.doors[number] == [door["scheme"] for door in persona["expected"]], persona["id"]
    planned, states = ledger(file_home.url)
    assert planned == sum(states.values()) == len(story.heard)
    assert set(states) <= {"sent", "uncertain"}


def ledger(url: str) -> tuple[int, dict[str, int]]:
    """What `outbox` says: how many were planned, and how many are in each state."""
    planned, _, states = ran("outbox", "--db", url).out.splitlines()[0].partition(" messages : ")
    parts = (part.split(" ", 1) for part in states.split(", "))
    return digits(planned), {state: digits(number) for state, number in parts}


def digits(number: str) -> int:
    """A number as people write it, with thin spaces."""
    return int("".join(filter(str.isdigit, number)))


def crashing(url: str, point: str, nth: int) -> Talk:
    """A program that ends by itself at a named point."""
    return Talk("--db", url, BOUSSOLE_TESTING="1", BOUSSOLE_CRASH_AT=f"{point}:{nth}")


LINES: tuple[Line, ...] = (
    {"from": "u1", "text": "bonjour", "id": 1},
    {"from": "u1", "choice": "orientation/etape:idee", "id": 2},
    {"from": "u1", "choice": "orientation/commune:ailleurs", "id": 3},
)


@pytest.mark.row("F4", "F6")
@pytest.mark.parametrize("point", POINTS)
def test_a_crash_at_each_point_of_each_step_is_made_good(file_home: Home, point: str) -> None:
    """Before the commit the line is simply sent again; after it the reply leaves at the next start."""
    heard: Counter[str] = Counter()
    for line in LINES:
        talk = crashing(file_home.url, point, 1)
        talk.write(line)
        heard.update(message["key"] for message in left(talk) if "key" in message)
        assert talk.close() in KILLED
        with talking("--db", file_home.url) as talk:
            heard.update(message["key"] for message in talk.owed)
            again = talk.send(line).messages
            assert bool(again) == (point in POINTS[:2]), "what was committed is not played twice"
            heard.update(message["key"] for message in again)
            assert talk.send(line).messages == []
    assert [key.partition("/1/")[2] for key in sorted(heard)][:2] == ["1/0", "1/1"]
    assert {int(key.split("/")[-2]) for key in heard} == {1, 2, 3}
    # Only between the send and its mark may a kill repeat one.
    assert max(heard.values()) == (2 if point == "send.before_mark" else 1)


@pytest.mark.row("F3", "F7")
def test_a_crash_in_the_middle_of_any_step_leaves_the_steps_before(file_home: Home) -> None:
    """Each process plays again the step that killed the one before, and dies in the next."""
    persona = PERSONAS[5]
    lines: list[Line] = [{"from": "u1", "text": "bonjour", "id": "0"}]
    lines += [{"from": "u1", "choice": f"orientation/{tap}", "id": tap} for tap in taps(persona)]
    for before, line in zip([None, *lines], lines, strict=False):
        talk = crashing(file_home.url, "turn.mid", 1 if before is None else 2)
        if before is not None:
            assert talk.send(before).messages
        talk.write(line)
        assert talk.process.wait(30) in KILLED
        talk.close()
    with talking("--db", file_home.url) as talk:
        assert talk.send(lines[-1]).doors == [door["scheme"] for door in persona["expected"]]


def test_the_crash_switch_does_nothing_outside_of_tests(file_home: Home) -> None:
    """`BOUSSOLE_TESTING` is not set."""
    with talking("--db", file_home.url, BOUSSOLE_CRASH_AT="turn.mid:1") as talk:
        assert talk.text("bonjour").messages
