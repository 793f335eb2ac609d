"""Sets an attacker upon the summaries of a made-up year: what it reads, and the truth to compare with."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from handlers.guide import Guide
from handlers.summary import as_json, summarise
from handlers.summary_cells import Week
from handlers.summary_family import Family
from handlers.summary_kinds import ROOTS, Kind, Root, kinds
from handlers.weeks import quarter_of, year
from tests.handlers.attacker import ADDS_UP, PARTS, WEEKLY, Attack, Name, Terms, quarters
from tests.handlers.attacking import Found, attack
from tests.handlers.made_up_years import Made

Summaries = Callable[[Guide, Made, int], Iterator[Mapping[str, Any]]]


def published(using: Guide, made: Made, number: int) -> Iterator[Mapping[str, Any]]:
    """All summaries of a year, and that of the year itself, as plain values."""
    kept: dict[tuple[str, int], Family] = {}
    for week in year(number).weeks:
        yield as_json(summarise(using, made, week, kept))
    yield as_json(summarise(using, made, str(number), kept))


def closings(using: Guide, made: Made, number: int) -> Iterator[Mapping[str, Any]]:
    """The same numbers with less to read: of the weeks between two closings, their own figures only. That the rest of
    their summaries is that of the closing before is a test of its own."""
    kept: dict[tuple[str, int], Family] = {}
    for week in year(number).weeks:
        if quarter_of(week).weeks[-1] == week:
            yield as_json(summarise(using, made, week, kept))
        else:
            figures = [_of_week(root, made, week) for root in ROOTS if root.weekly]
            yield {"figures": figures, "trend": [], "tables": [], "gatherings": [], "funnel": None}
    yield as_json(summarise(using, made, str(number), kept))


def _of_week(root: Root, made: Made, week: str) -> dict[str, Any]:
    value = root.count(made[week])
    hidden = 1 <= value <= 4
    shown = "1 à 4" if hidden else str(value)
    return {"id": root.id, "period": week, "value": None if hidden else value, "shown": shown, "denominator": None}


def attacked(using: Guide, made: Made, number: int, summaries: Summaries = published) -> Found:
    """What the attacker finds in these summaries."""
    weeks = list(made)
    tables = {kind.id: kind for kind in kinds(using)}
    whole = [_added(made, part) for part in quarters(number, weeks)]
    cells = {id: [kind.cells(each) for each in whole] for id, kind in tables.items()}
    lines = {id: list(dict.fromkeys(line for each in found for line in each)) for id, found in cells.items()}
    adds_up = {id: root for id, root in ADDS_UP.items() if id in tables}
    for id, kind in tables.items():
        if kind.beside is None and (id.startswith(PARTS) or kind.split is not None):
            adds_up[id] = kind.root
    counted = {root.id: root.count for root in ROOTS}

    def truth(name: Name) -> int:
        if len(name) == 3:
            return cells[name[0]][int(name[1][1:])].get(name[2], 0)
        root, at = name
        return counted[root](whole[int(at[1:])] if at.startswith("q") else made[at])

    assert set(WEEKLY) == {root.id for root in ROOTS if root.weekly}
    read = summaries(using, made, number)
    first = using.pack.orientation.questions[0].fact
    return attack(read, number, weeks, lines, adds_up, truth, lambda found: _known(found, tables, lines, weeks, first))


def _known(
    found: Attack, tables: Mapping[str, Kind], lines: Mapping[str, list[str]], weeks: list[str], opening: str
) -> None:
    """Which questions are asked to whom, that a first door is one of all ranks, and that a hand-over to several
    partners is several hand-overs: so many at most. A conversation is an answer to the first question; who is
    answered had asked."""
    answered = found.cell_terms("questions", f"{opening}/step-answered", weeks)
    found.bound(_less(found.week_terms("conversations", weeks), [answered]), -1e9, 0)
    replied = found.cell_terms("premieres_reponses", "part", weeks)
    found.bound(_less(replied, [found.week_terms("questions_humaines", weeks)]), -1e9, 0)
    for part in found.parts:
        several = found.cell_terms("multi_partenaires", "part", part)
        people, sent = (found.week_terms(root, part) for root in ("transmises_personnes", "transmises"))
        found.bound(_less(people | several, [sent]), -1e9, 0)
        for root, line in (("rendez_vous_personnes", "part"), ("rendez_vous_suite", "autres")):
            met = found.week_terms(root, part)
            found.equal(_less(met, [found.cell_terms("rendez_vous_premier", line, part)]), 0)
    for id, kind in tables.items():
        for other, names in kind.beside or ():
            for line in lines[id]:
                inside = [found.cell_terms(other, name, weeks) for name in sorted(names & set(lines[other]))]
                found.bound(_less(found.cell_terms(id, line, weeks), inside), -1e9, 0)
    for line in lines.get("portes_tous_rangs", ()):
        if line != "autres":
            first, any_rank = (found.cell_terms(table, line, weeks) for table in ("portes", "portes_tous_rangs"))
            found.bound(_less(first, [any_rank]), -1e9, 0)


def _less(terms: Terms, others: list[Terms]) -> Terms:
    found = dict(terms)
    for other in others:
        found |= dict.fromkeys(other, -1)
    return found


def _added(made: Made, weeks: list[str]) -> Week:
    found: dict[str, dict[str, int]] = {}
    for week in weeks:
        for name, by in made[week].items():
            for of, n in by.items():
                found.setdefault(name, {})[of] = found.setdefault(name, {}).get(of, 0) + n
    return found


def naive(using: Guide, made: Made, number: int) -> Iterator[Mapping[str, Any]]:
    """The summary as one would first write it: every total as it is, and in tables only what is from 1 to 4 hidden."""
    for part in quarters(number, list(made)):
        whole = _added(made, part)
        name = f"{part[0]}--{part[-1]}"
        figures = [_plain(root.id, name, root.count(whole)) for root in ROOTS]
        figures += [_of_week(root, made, week) for week in part for root in ROOTS if root.weekly]
        tables = [_first_try(kind, kind.cells(whole), name) for kind in kinds(using) if kind.beside is None]
        yield {"figures": figures, "trend": [], "tables": tables, "gatherings": [], "funnel": None}


def _plain(id: str, period: str, value: int) -> dict[str, Any]:
    return {"id": id, "period": period, "value": value, "shown": str(value), "denominator": None}


def _first_try(kind: Kind, cells: Mapping[str, int], period: str) -> dict[str, Any]:
    rows = [{"id": line, "value": None if 1 <= n <= 4 else n} for line, n in cells.items()]
    return {"id": kind.id, "period": period, "rows": rows, "total": None}


def by_revision(using: Guide, made: Made, number: int) -> Iterator[Mapping[str, Any]]:
    """The summaries as they are, and how often the first question was answered while each revision of the guide was in
    force, from five on: two weeks each."""
    yield from closings(using, made, number)
    weeks = list(made)
    for at in range(0, len(weeks), 2):
        span = weeks[at : at + 2]
        value = next(root.count for root in ROOTS if root.id == "conversations")(_added(made, span))
        figures = [] if 1 <= value <= 4 else [_plain("conversations", f"{span[0]}--{span[-1]}", value)]
        yield {"figures": figures, "trend": [], "tables": [], "gatherings": [], "funnel": None}


def rolling(using: Guide, made: Made, number: int) -> Iterator[Mapping[str, Any]]:
    """Each week with the total of the last thirteen, as dashboards do."""
    weeks = list(made)
    for at, week in enumerate(weeks):
        figures = [_of_week(root, made, week) for root in ROOTS if root.weekly]
        if at >= 12:
            span = weeks[at - 12 : at + 1]
            whole = _added(made, span)
            name = f"{span[0]}--{week}"
            values = [(root.id, root.count(whole)) for root in ROOTS if root.weekly]
            figures += [_plain(id, name, value) for id, value in values if not 1 <= value <= 4]
        yield {"figures": figures, "trend": [], "tables": [], "gatherings": [], "funnel": None}
