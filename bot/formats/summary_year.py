"""A year's report for the council: its figures beside those of the years before and those published once, what the
bot cannot know, entered by hand, and the needs that no door answered."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bot.formats.summary_report import Cell, Fact, Former, Report, Row, Section
from bot.formats.summary_week import fact, of, week_report
from bot.sentences import sentence
from handlers.dates import in_words, local_date
from handlers.guide import Guide
from handlers.pack_yearly import ByHand
from handlers.summary import as_json
from handlers.summary_shape import Figure, Summary
from handlers.yearly import Entered, by_hand, written

_FRENCH = "fr"


def year_report(guide: Guide, summary: Summary, former: Sequence[Summary], entered: Mapping[str, Entered]) -> Report:
    """The report of `summary`, a year's; `former`: the years before, oldest first."""
    plain = week_report(summary)
    known = by_hand(guide)
    needs = [each for each in plain.sections if each.id == "needs"]
    others = [each for each in plain.sections if each.id not in ("needs", "overdue")]
    sections = (*needs, _by_hand(guide, known, entered), *others)
    meanings = tuple((each.label, sentence("cli-summary-by-hand-is", definition=each.definition)) for each in known)
    return replace(
        plain,
        facts=tuple(_beside(each, former) for each in summary.figures),
        sections=sections,
        definitions=plain.definitions + meanings,
    )


def year_data(guide: Guide, summary: Summary, entered: Mapping[str, Entered]) -> Mapping[str, Any]:
    """The year as plain values; what was entered by hand stands apart, each with the role that did and the day."""
    return {**as_json(summary), "by_hand": [_plain(guide, each, entered.get(each.id)) for each in by_hand(guide)]}


def _plain(guide: Guide, figure: ByHand, found: Entered | None) -> dict[str, Any]:
    known: dict[str, Any] = {"value": None, "role": None, "network": None, "entered_on": None}
    if found is not None:
        day = local_date(found.at, guide.zone)
        known = {"value": float(found.value), "role": found.role, "network": found.network}
        known["entered_on"] = day.isoformat()
    return {"id": figure.id, "label": figure.label, "unit": figure.unit, "definition": figure.definition, **known}


def _beside(figure: Figure, former: Sequence[Summary]) -> Fact:
    """A figure with the same of the years before, the last first."""
    known = ((each, same) for each in reversed(former) for same in each.figures if same.id == figure.id)
    said = replace(fact(figure), former=tuple(_former(each, same) for each, same in known))
    # What was published once is shown beside a figure of the year, also when that one is hidden or 0.
    return replace(said, card=said.card or bool(said.echoes))


def _former(summary: Summary, figure: Figure) -> Former:
    parts = of(figure)
    return Former(summary.period, f"{figure.shown} ({parts})" if parts else figure.shown, figure.value)


def _by_hand(guide: Guide, known: Sequence[ByHand], entered: Mapping[str, Entered]) -> Section:
    rows = tuple(_row(guide, each, entered.get(each.id)) for each in known)
    columns = tuple(sentence(f"cli-summary-{name}") for name in ("figure", "count", "by-whom", "published"))
    none = () if rows else (sentence("cli-summary-by-hand-none"),)
    note = sentence("cli-summary-by-hand-note")
    title = sentence("cli-summary-by-hand")
    return Section("by_hand", title, "", columns if rows else (), rows, items=none, note=note)


def _row(guide: Guide, figure: ByHand, found: Entered | None) -> Row:
    published = Cell(" ; ".join(_published(figure)))
    if found is None:
        return Row(figure.label, (Cell(sentence("cli-summary-by-hand-missing")), Cell(""), published))
    shown = f"{written(found.value)}\u202f{figure.unit}" if figure.unit else written(found.value)
    who = guide.wording.say(_FRENCH, f"role-{found.role}", network=guide.pack.network_name(found.network))
    day = in_words(local_date(found.at, guide.zone), _FRENCH)
    whom = sentence("cli-summary-by-hand-who", role=who, day=day)
    return Row(figure.label, (Cell(shown, float(found.value)), Cell(whom), published))


def _published(figure: ByHand) -> Iterator[str]:
    for each in figure.echoes:
        parts = sentence("cli-summary-of", part=each.numerator, whole=each.denominator) if each.denominator else ""
        said = f"{each.shown} ({parts})" if parts else each.shown
        yield sentence("cli-summary-echo-alone", window=each.window, said=said)
