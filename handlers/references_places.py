"""Checks places.yaml: communes told apart, facts complete, areas and places to go to that fit them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from handlers.blanks import BLANK
from handlers.defects import Report
from handlers.messages import LONGEST_CHOICE
from handlers.names import Defined
from handlers.places import fold, slug
from handlers.pointing import Place, column, known, once
from handlers.source import Path, Sheet
from handlers.understand import key


def check_places(sheets: Mapping[str, Sheet], names: Defined, report: Report) -> None:
    """Every defect of places.yaml between values."""
    places = sheets.get("places.yaml")
    if places is None or places.root is None:
        return
    _communes(places, names, report)
    _given_facts(places, names, report)
    _areas(places, names, report)
    for kind in ("needs", "resources"):
        once(places, column(places, "id", kind), report, "check-id-twice")
    once(places, column(places, "label", "needs"), report, "check-label-twice", key)
    known(places, column(places, "needs", "resources"), names.needs, report, "check-need-unknown")
    known(places, column(places, "commune", "resources"), names.communes, report, "check-commune-unknown")
    known(places, column(places, "network", "resources"), names.networks, report, "check-network-unknown")


def _communes(places: Sheet, names: Defined, report: Report) -> None:
    ids = [*column(places, "name", "communes"), *column(places, "id", "elsewhere")]
    once(places, ids, report, "check-commune-twice", slug)
    once(places, column(places, "code", "communes"), report, "check-id-twice")
    once(places, _other_names(places), report, "check-commune-twice", fold)
    known(places, column(places, "part_of", "communes"), names.communes, report, "check-commune-unknown")
    for path, name in ids:
        if len(f"orientation/{names.place}:{slug(name)}".encode()) > LONGEST_CHOICE:
            report.at(places, path, "check-choice-long", value=slug(name))


def _other_names(places: Sheet) -> Iterator[Place]:
    """Names that mean one place each. A neighbourhood may exist in several communes: that is asked."""
    for kind, keys in (("communes", ("also", "name")), ("elsewhere", ("says", "label"))):
        for path, _ in places.rows(kind):
            ways = {fold(text): (place, text) for one in keys for place, text in places.texts(*path, one)}
            yield from ways.values()


def _given_facts(places: Sheet, names: Defined, report: Report) -> None:
    expected = places.keys("unknown")
    for kind in ("communes", "elsewhere"):
        for path, _ in places.rows(kind):
            given = places.keys(*path, "facts")
            for fact in (one for one in expected if one not in given):
                report.at(places, (*path, "facts"), "check-key-missing", key=fact)
            for fact in (one for one in given if one not in expected):
                report.at(places, (*path, "facts", fact), "check-fact-unknown", of_key=True, value=fact)
            for fact in (one for one in given if one in expected):
                _value(places, (*path, "facts", fact), names, report)
    for fact in expected:
        _unknown(places, fact, names, report)
    for fact in places.keys("area_fact"):
        if fact not in expected:
            report.at(places, ("area_fact", fact), "check-fact-unknown", of_key=True, value=fact)


def _value(places: Sheet, path: Path, names: Defined, report: Report) -> None:
    """A value that nothing asks about, and that is not the ordinary one, is a slip of the pen."""
    fact, value = str(path[-1]), places.text(*path)
    ordinary = {places.text("unknown", fact), *names.mentioned.get(fact, ())}
    if value != BLANK and BLANK not in ordinary and value not in ordinary:
        report.at(places, path, "check-value-unused", value=value)


def _unknown(places: Sheet, fact: str, names: Defined, report: Report) -> None:
    rows = [*places.rows("communes"), *places.rows("elsewhere")]
    given = {places.text(*path, "facts", fact) for path, _ in rows} | names.mentioned.get(fact, frozenset())
    if BLANK not in given and places.text("unknown", fact) not in {BLANK, *given}:
        report.at(places, ("unknown", fact), "check-value-unused", value=places.text("unknown", fact))


def _areas(places: Sheet, names: Defined, report: Report) -> None:
    once(places, column(places, "code", "areas"), report, "check-id-twice")
    known(places, column(places, "communes", "areas"), names.communes, report, "check-commune-unknown")
    with_area = {name for _, name in column(places, "communes", "areas")}
    # An area whose communes are still to be written may be that of any commune.
    marks = [] if BLANK in with_area else [(fact, places.text("area_fact", fact)) for fact in places.keys("area_fact")]
    for path, _ in places.rows("communes"):
        has_area = bool(with_area & {places.text(*path, "name"), places.text(*path, "part_of")})
        for fact, value in marks:
            _area_fact(places, (*path, "facts", fact), value, has_area, report)


def _area_fact(places: Sheet, path: Path, value: str, has_area: bool, report: Report) -> None:
    given = places.text(*path)
    if given and value and (given == value) != has_area:
        name = "check-area-missing" if has_area else "check-area-none"
        report.at(places, path, name, value=f"{path[-1]}: {value}")
