"""Reads every published summary, as plain values, and works out what each hidden number can be.

It knows the definitions (which lines add up to what, which questions are asked to whom) and nothing of the counts. Each
number that was published is an equation; « 1 à 4 » and a masked line are bounds; a solver of linear programmes then
gives the least and the most of every number. It shares no code with what masks.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import highspy
import numpy as np

Name = tuple[str, ...]
"""(total, week) or (table, quarter, line)."""
Terms = dict[Name, int]

WEEKLY = (
    "orientations",
    "conversations",
    "communaute_entrees",
    "communaute_departs",
    "presentations",
    "rencontres_oui",
    "transmises",
    "rendez_vous",
)
ADDS_UP = {
    "porteurs": "orientations",
    "portes": "orientations",
    "retard": "orientations",
    "issues": "parcours",
    "rencontres_series": "rencontres_oui",
    "rencontres_venues": "rencontres_oui",
    "communautes": "communaute_entrees",
    "transmises_reseaux": "transmises",
    "transmises_7j": "transmises",
    "premieres_reponses": "reponses_humaines",
    "delai_reponse_humain": "reponses_humaines",
    "suivi_10": "suivi_10",
    "suivi_30": "suivi_30",
    "multi_partenaires": "transmises_personnes",
}
PARTS = ("transmises_7j", "multi_partenaires", "rendez_vous_", "transmises_avec_", "premieres_")
ALONE = ("questions_humaines", "rencontres_rappels")
"""Totals that no table is a breakdown of."""


@cache
def _parts(year: int, weeks: tuple[str, ...]) -> list[list[str]]:
    return quarters(year, weeks)


def quarters(year: int, weeks: Sequence[str]) -> list[list[str]]:
    """The weeks of a year in four closed periods."""
    mine = [week for week in weeks if week.startswith(f"{year}-")]
    return [mine[0:13], mine[13:26], mine[26:39], mine[39:]]


@dataclass
class Attack:
    """All that was read of one year. `adds_up` says of which total a table is a breakdown; `lines` are its lines."""

    year: int
    weeks: Sequence[str]
    adds_up: Mapping[str, str]
    lines: Mapping[str, Sequence[str]]
    rows: list[tuple[Terms, float, float]] = field(default_factory=list)
    least: dict[Name, float] = field(default_factory=dict)
    most: dict[Name, float] = field(default_factory=dict)
    names: dict[Name, int] = field(default_factory=dict)

    @property
    def parts(self) -> list[list[str]]:
        """The weeks of each quarter."""
        return _parts(self.year, tuple(self.weeks))

    def at(self, name: Name) -> int:
        """The number of an unknown."""
        return self.names.setdefault(name, len(self.names))

    def week_terms(self, root: str, weeks: Iterable[str]) -> Terms:
        """A total over some weeks; what is not shown by the week starts from quarters."""
        if root in WEEKLY:
            return {(root, week): 1 for week in weeks}
        span = set(weeks)
        return {(root, f"q{at}"): 1 for at, of in enumerate(self.parts) if of and of[0] in span}

    def cell_terms(self, table: str, line: str, weeks: Iterable[str]) -> Terms:
        """A line of a table over some weeks."""
        span = set(weeks)
        return {(table, f"q{at}", line): 1 for at, of in enumerate(self.parts) if of and of[0] in span}

    def equal(self, terms: Terms, value: int) -> None:
        """A number that was published."""
        self.rows.append((terms, value, value))

    def bound(self, terms: Terms, least: float, most: float) -> None:
        """What stands in the place of a number."""
        self.rows.append((terms, least, most))

    # --- what is read ---------------------------------------------------------------------------------------------

    def structure(self) -> None:
        """What everybody knows before reading: lines add up to their total."""
        for table, root in self.adds_up.items():
            for of in self.parts:
                if of:
                    terms: Terms = {}
                    for line in self.lines[table]:
                        terms |= self.cell_terms(table, line, of)
                    for name in self.week_terms(root, of):
                        terms[name] = terms.get(name, 0) - 1
                    self.equal(terms, 0)
        for root in WEEKLY:
            for week in self.weeks:
                self.at((root, week))

    def span(self, period: str) -> list[str]:
        """The weeks of a period by its name."""
        first, _, last = period.partition("--")
        return [week for week in self.weeks if first <= week <= (last or first)]

    def read(self, summary: Mapping[str, Any]) -> None:
        """One summary."""
        for figure in summary["figures"]:
            self._figure(figure)
        for trend in summary["trend"]:
            for row in trend["rows"]:
                self._total(trend["id"], row["id"], row["value"], row["shown"])
        for table in (*summary["tables"], *summary["gatherings"]):
            self._table(table)
        if summary["funnel"]:
            self._funnel(summary["funnel"])

    def _total(self, root: str, period: str, value: int | None, shown: str) -> None:
        weeks = self.span(period)
        if not weeks:
            return
        terms = self.week_terms(root, weeks)
        if value is not None:
            self.equal(terms, value)
        elif shown == "1 à 4":
            self.bound(terms, 1, 4)

    def _figure(self, figure: Mapping[str, Any]) -> None:
        id, period, value = figure["id"].removesuffix("_clos"), figure["period"], figure["value"]
        weeks, whole = self.span(period), figure["denominator"]
        if not weeks:
            return
        if id in (*WEEKLY, *ALONE) or (id in self.adds_up.values() and id != "rendez_vous_personnes"):
            self._total(id, period, value, figure["shown"])
        elif value is not None and whole is None:
            lines = {"rendez_vous_personnes": ("rendez_vous_premier", "part")}
            lines |= {"porteurs": ("porteurs", "nouveaux"), "retard": ("retard", "part")}
            lines |= {"premieres_reponses": ("premieres_reponses", "part")}
            if id in lines:
                self.equal(self.cell_terms(*lines[id], weeks), value)
            elif id == "communaute_membres":
                until = [week for week in self.weeks if week <= weeks[-1]]
                gone = dict.fromkeys(self.week_terms("communaute_departs", until), -1)
                self.equal(self.week_terms("communaute_entrees", until) | gone, value)
            elif id == "abandons":
                finished = dict.fromkeys(self.cell_terms("issues", "sans_accord", weeks), -1)
                self.equal(self.week_terms("parcours", weeks) | finished, value)
        elif value is not None:
            self._share(id, figure["numerator"], whole, weeks)

    def _share(self, id: str, part: int, whole: int, weeks: list[str]) -> None:
        """A share with its two parts."""
        if id in ("rendez_vous_services", "rendez_vous_partenaire"):
            people, others = (self.cell_terms(f"{id}_{of}", "part", weeks) for of in ("personnes", "suite"))
            self.equal(people | others, part)
            self.equal(self.week_terms("rendez_vous", weeks), whole)
        elif id.startswith(PARTS):
            self.equal(self.cell_terms(id, "part", weeks), part)
            self.equal(self.week_terms(self.adds_up[id], weeks), whole)
        elif id == "sans_solution":
            terms: Terms = {}
            for line in self.lines["portes"]:
                terms |= self.cell_terms("portes", line, weeks) if line.startswith("sans/") else {}
            self.equal(terms, part)
        elif id == "accords":
            self.equal(self.cell_terms("retard", "autres", weeks), part)
            self.equal(self.cell_terms("issues", "sans_accord", weeks), whole - part)

    def _table(self, table: Mapping[str, Any]) -> None:
        weeks = self.span(table["period"])
        if not weeks or table["id"] not in self.lines:
            return
        shown = {row["id"]: row["value"] for row in table["rows"]}
        for line in self.lines[table["id"]]:
            value = shown.get(line, 0)
            terms = self.cell_terms(table["id"], line, weeks)
            if value is not None:
                self.equal(terms, value)
            else:
                self.bound(terms, 1, highspy.kHighsInf)
        if table["total"] is not None:
            self._total(self.adds_up[table["id"]], table["period"], table["total"]["value"], "")

    def _funnel(self, funnel: Mapping[str, Any]) -> None:
        weeks = self.span(funnel["period"])
        if not weeks:
            return
        lines = [line for line in self.lines["issues"] if line not in ("autres", "sans_accord")]
        for row in funnel["rows"]:
            if row["value"] is None:
                continue
            terms = dict(self.cell_terms("retard", "autres", weeks))
            after = {"debut": lines, "fin": [], "accord": None}.get(row["id"])
            if row["id"] in lines:
                after = lines[lines.index(row["id"]) + 1 :]
            if after is not None:
                for line in (*after, "sans_accord", *(() if row["id"] == "fin" else ("autres",))):
                    terms |= self.cell_terms("issues", line, weeks)
            self.equal(terms, row["value"])

    # --- what follows ---------------------------------------------------------------------------------------------

    def bounds(self, wanted: Sequence[tuple[str, Terms, int]], seed: int = 0) -> list[tuple[str, float, float]]:
        """The least and the most of each wanted number. Those that a few arbitrary readings show to be able to differ
        (and to reach five) are not worked out further: their bounds are then no more than what was seen of them."""
        solver = self._solver(wanted)
        extra = len(self.names) - len(wanted)
        low, high = np.full(len(wanted), np.inf), np.full(len(wanted), -np.inf)
        # What a week shows as « 1 à 4 » is under five for everybody: there it matters only that it can differ.
        aim = np.array([0 if "/20" in name else 4.5 for name, _, _ in wanted])
        rng = random.Random(seed)
        columns = np.arange(len(self.names), dtype=np.int32)
        for turn in range(10):
            costs = np.zeros(len(self.names))
            settled = (high - low >= 0.5) & (high >= aim)
            costs[extra:] = [0 if done else rng.choice((-1, 1)) * rng.random() for done in settled]
            if turn < 4:
                costs[extra:] = [rng.uniform(-1, 1) for _ in wanted]
            solution = self._solved(solver, columns, costs)[extra:]
            low, high = np.minimum(low, solution), np.maximum(high, solution)
        for at in np.flatnonzero((high - low < 0.5) | (high < aim)):
            costs = np.zeros(len(self.names))
            for way in (1, -1):
                if way == 1 and high[at] - low[at] >= 0.5:
                    continue
                costs[extra + at] = way
                value = self._solved(solver, columns, costs)[extra + at]
                low[at], high[at] = min(low[at], value), max(high[at], value)
        return [(name, float(low[at]), float(high[at])) for at, (name, _, _) in enumerate(wanted)]

    def _solver(self, wanted: Sequence[tuple[str, Terms, int]]) -> Any:
        for terms, _, _ in self.rows:
            for name in terms:
                self.at(name)
        for _, terms, _ in wanted:
            for name in terms:
                self.at(name)
        rows = list(self.rows)
        for label, terms, _ in wanted:
            self.at(("wanted", label))
            rows.append(({**terms, ("wanted", label): -1}, 0, 0))
        model = highspy.HighsLp()
        model.num_col_, model.num_row_ = len(self.names), len(rows)
        model.col_cost_ = np.zeros(len(self.names))
        model.col_lower_ = np.zeros(len(self.names))
        model.col_upper_ = np.full(len(self.names), 1e5)
        model.row_lower_ = np.array([row[1] for row in rows], dtype=float)
        model.row_upper_ = np.array([row[2] for row in rows], dtype=float)
        starts, index, value = [0], [], []
        for terms, _, _ in rows:
            index += [self.names[name] for name in terms]
            value += list(terms.values())
            starts.append(len(index))
        model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        model.a_matrix_.start_ = np.array(starts, dtype=np.int32)
        model.a_matrix_.index_ = np.array(index, dtype=np.int32)
        model.a_matrix_.value_ = np.array(value, dtype=float)
        solver = highspy.Highs()  # type: ignore[no-untyped-call]
        solver.setOptionValue("output_flag", False)
        solver.passModel(model)
        return solver

    @staticmethod
    def _solved(solver: Any, columns: Any, costs: Any) -> Any:
        solver.changeColsCost(len(columns), columns, costs)
        solver.run()
        assert solver.getModelStatus() == highspy.HighsModelStatus.kOptimal, solver.getModelStatus()
        return np.array(solver.getSolution().col_value)
