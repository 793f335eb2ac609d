"""Years of made-up counts: so many people a week, who answer as people of the territory might."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterator
from functools import cache

from handlers import counted, outcomes
from handlers.guide import Guide
from handlers.weeks import year
from tests.handlers.packs import guide

Made = dict[str, dict[str, dict[str, int]]]
_PLACES = {"lille": 40, "roubaix": 15, "tourcoing": 8, "villeneuve-d-ascq": 6, "hellemmes": 3, "lomme": 3, "loos": 2}
_STAGES = {"idee": 35, "creation": 25, "moins_3": 15, "de_3_a_5": 8, "plus_5": 12, "sans_projet": 5}


def poisson(rng: random.Random, mean: float) -> int:
    """How many come, when they come on their own."""
    limit, n, left = math.exp(-mean), 0, rng.random()
    while left >= limit:
        n, left = n + 1, left * rng.random()
    return n


def made_year(
    rng: random.Random, mean: float, number: int = 2026, pack: str = "lille", *, everything: bool = True
) -> Made:
    """One year of counts, as `storage.summaries.counts` gives them; else of orientations only."""
    return {week: _week(rng, guide(pack), mean, everything=everything) for week in year(number).weeks}


def _week(rng: random.Random, using: Guide, mean: float, *, everything: bool) -> dict[str, dict[str, int]]:
    found: dict[str, dict[str, int]] = {}

    def add(name: str, of: str = "", by: int = 1) -> None:
        sums = found.setdefault(name, {})
        sums[of] = sums.get(of, 0) + by

    for _ in range(poisson(rng, mean)):
        late = rng.random() < 0.03
        for name, of in rng.choice(_people(using.pack.territory.id)):
            add(name, of)
        add(counted.LATE if late else counted.FINISHED_YES)
        if not late:
            add(counted.FINISHED)
        if rng.random() < 0.8:
            add(counted.FIRST_EVER)
            add(counted.FIRST_OF_YEAR)
        elif rng.random() < 0.5:
            add(counted.FIRST_OF_YEAR)
    for _ in range(poisson(rng, mean)):
        add(counted.CONVERSATION)
        add(counted.ANSWERED, f"00000000/{_facts(using)[0]}")
        add(counted.FINISHED) if rng.random() < 0.5 else add(counted.LEFT, f"00000000/{rng.choice(_facts(using))}")
    if everything:
        _steps(rng, using, mean, add)
        _others(rng, using, mean, add)
    return found


Add = Callable[..., None]


def _steps(rng: random.Random, using: Guide, mean: float, add: Add) -> None:
    for at, fact in enumerate(_facts(using)):
        for name in (counted.ANSWERED, counted.BACK, counted.SKIPPED):
            # A conversation is an answer to the first question, which few answer again.
            often = mean / 2 if at else mean / 100
            add(name, f"00000000/{fact}", poisson(rng, often))
        add(counted.TIME, f"{fact}/{rng.choice(counted.TIMES)[0]}", poisson(rng, mean))


def _others(rng: random.Random, using: Guide, mean: float, add: Add) -> None:
    _gatherings(rng, using, mean, add)
    _handed_over(rng, using, mean, add)
    _visits(rng, mean, add)
    _talked(rng, mean, add)
    for days in outcomes.ASKED_AFTER:
        for _ in range(poisson(rng, mean / 2)):
            add(counted.OUTCOME, f"{days}/{rng.choice((*outcomes.ANSWERS, outcomes.SILENT))}")
    for _ in range(poisson(rng, mean / 2)):
        add(counted.JOINED, rng.choice(using.pack.community.communities).id)
        if rng.random() < 0.3:
            add(counted.LEFT_COMMUNITY, rng.choice(using.pack.community.communities).id)


def _talked(rng: random.Random, mean: float, add: Add) -> None:
    """Questions to a person, each answered once, more than once or never."""
    for _ in range(poisson(rng, mean / 2)):
        add(counted.TALK_OPENED)
        if rng.random() < 0.9:
            add(counted.TALK_ANSWERED)
            for _ in range(rng.choice((1, 1, 1, 2, 3))):
                add(counted.HUMAN_DELAY, rng.choice(counted.DELAYS)[0])


def _gatherings(rng: random.Random, using: Guide, mean: float, add: Add) -> None:
    for _ in range(poisson(rng, mean)):
        series = rng.choice(using.pack.gatherings.kinds).id
        add(counted.COMING, series)
        for name, chance in ((counted.CAME, 0.7), (counted.USEFUL, 0.4), (counted.REMINDED, 0.9)):
            if rng.random() < chance:
                add(name, series)


def _handed_over(rng: random.Random, using: Guide, mean: float, add: Add) -> None:
    networks = [network.id for network in using.pack.territory.networks][:6]
    for _ in range(poisson(rng, mean / 2)):
        chosen = rng.sample(networks, 1 + (len(networks) > 1 and rng.random() < 0.3))
        add(counted.HANDOVER_PEOPLE)
        if len(chosen) > 1:
            add(counted.HANDOVER_SEVERAL)
        for network in chosen:
            add(counted.HANDED_OVER, network)
            if rng.random() < 0.5:
                add(counted.HANDOVER_IN_TIME, network)


def _visits(rng: random.Random, mean: float, add: Add) -> None:
    for _ in range(poisson(rng, mean)):
        first = rng.random() < 0.7
        add(counted.VISIT)
        if first:
            add(counted.VISIT_FIRST)
            add(counted.VISIT + counted.PEOPLE)
        for name, chance in ((counted.VISIT_SERVICES, 0.33), (counted.VISIT_PARTNER, 0.18)):
            if rng.random() < chance:
                add(name)
                if first:
                    add(name + counted.PEOPLE)


def _facts(using: Guide) -> list[str]:
    return [question.fact for question in using.pack.orientation.questions]


@cache
def _people(pack: str) -> list[tuple[tuple[str, str], ...]]:
    """What one record of each of many people adds to."""
    rng = random.Random(7)
    return [tuple(_counted(guide(pack), rng)) for _ in range(600)]


def _counted(using: Guide, rng: random.Random) -> Iterator[tuple[str, str]]:
    yield counted.ORIENTATIONS, ""
    answers: dict[str, str] = {}
    while (question := using.table.next_question(answers)) is not None:
        answers[question.fact] = _answer(using, rng, question.fact)
    for fact, value in answers.items():
        for one in value.split() or [counted.SKIPPED_ANSWER]:
            yield f"{counted.ANSWER}{fact}", one
    for fact, value in using.table.place_facts(answers[using.table.place_fact]).items():
        yield f"{counted.ANSWER}{fact}", value
    doors = [one.scheme for one in using.table.decide(answers).recommendations]
    if doors and rng.random() > 0.1:
        yield counted.FIRST_DOOR, doors[0]
        for scheme in doors:
            yield counted.ANY_DOOR, scheme
    else:
        yield counted.UNMATCHED, (answers.get(using.table.need) or "unknown").split()[0]


def _answer(using: Guide, rng: random.Random, fact: str) -> str:
    question = using.pack.question_by_fact[fact]
    if question.kind == "place":
        known = {place: weight for place, weight in _PLACES.items() if place in using.table.facts_by_place}
        others = rng.sample(sorted(using.table.facts_by_place), 3)
        weights = {**dict.fromkeys(others, 3), **known}
    else:
        weights = {
            answer.value: _STAGES.get(answer.value, 3 + 9 // (1 + at)) for at, answer in enumerate(question.answers)
        }
    chosen = rng.choices(list(weights), weights=list(weights.values()), k=1 if question.most == 1 else 2)
    return " ".join(dict.fromkeys(chosen))
