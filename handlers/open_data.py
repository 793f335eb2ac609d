"""What anybody may reuse of the summaries: the figures of closed periods as they were published, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from handlers.summary_shape import Figure, Row, Summary, Table
from handlers.weeks import HALF, QUARTER, days_of

CLOSED = "_clos"
WHOLE = "ensemble"
"""The line of a figure that is no line of a table."""
Unit = Literal["nombre", "pourcentage", "tranche"]
Length = Literal["trimestre", "semestre", "annee"]


@dataclass(frozen=True, slots=True)
class Line:
    """One published number; what is masked has none. The names of these are those of the columns."""

    territoire: str
    periode: str
    duree: Length
    debut: date
    fin: date
    indicateur: str
    libelle: str
    ligne: str
    libelle_ligne: str
    unite: Unit
    valeur: int | None
    numerateur: int | None
    denominateur: int | None
    affiche: str
    masque: bool


def lines(summaries: Iterable[Summary], hidden: str) -> tuple[Line, ...]:
    """Every number of a closed period in these summaries, once, in the order of the periods; of the weeks, nothing.
    `hidden`: what is read in the place of one that is masked."""
    found: dict[tuple[str, str, str], Line] = {}
    for summary in summaries:
        for line in _of(summary, hidden):
            found.setdefault((line.periode, line.indicateur, line.ligne), line)
    return tuple(sorted(found.values(), key=lambda each: (each.fin, each.debut, each.indicateur)))


def _of(summary: Summary, hidden: str) -> Iterator[Line]:
    for figure in summary.figures:
        if "--" in figure.period:
            yield _figure(summary, figure, hidden)
    for table in (*summary.tables, *summary.gatherings, *((summary.funnel,) if summary.funnel else ())):
        for row in (*table.rows, *((table.total,) if table.total is not None else ())):
            yield _row(summary, table, row)


def _figure(summary: Summary, figure: Figure, hidden: str) -> Line:
    masked = figure.shown == hidden
    unit: Unit = "pourcentage" if figure.denominator is not None else "nombre"
    if figure.value is None and not masked:
        unit = "tranche"
    line = Row(WHOLE, figure.label, figure.value, figure.shown)
    found = _line(summary, figure.period, (figure.id.removesuffix(CLOSED), figure.label), line, masked=masked)
    return replace(found, unite=unit, numerateur=figure.numerator, denominateur=figure.denominator)


def _row(summary: Summary, table: Table, row: Row) -> Line:
    return _line(summary, table.period, (table.id, table.title), row, masked=row.value is None)


def _line(summary: Summary, period: str, named: tuple[str, str], row: Row, *, masked: bool) -> Line:
    first, _, last = period.partition("--")
    return Line(
        territoire=summary.territory,
        periode=period,
        duree=_length(int(last[6:]) - int(first[6:]) + 1),
        debut=days_of(first)[0],
        fin=days_of(last)[1],
        indicateur=named[0],
        libelle=named[1],
        ligne=row.id,
        libelle_ligne=row.label,
        unite="nombre",
        valeur=row.value,
        numerateur=None,
        denominateur=None,
        affiche=row.shown,
        masque=masked,
    )


def _length(weeks: int) -> Length:
    return "trimestre" if weeks <= QUARTER + 1 else "semestre" if weeks <= HALF + 1 else "annee"


def definitions(summaries: Iterable[Summary]) -> dict[str, tuple[str, str]]:
    """What each indicator of the lines means, by its name: its label and its definition, as last published."""
    found: dict[str, tuple[str, str]] = {}
    for summary in summaries:
        tables = (*summary.tables, *summary.gatherings, *((summary.funnel,) if summary.funnel else ()))
        found |= {each.id: (each.title, each.definition) for each in tables}
        closed = (each for each in summary.figures if "--" in each.period)
        found |= {each.id.removesuffix(CLOSED): (each.label, each.definition) for each in closed}
    return found
