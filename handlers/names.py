"""Every name that a pack defines, read from its plain values: what references are checked against."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from handlers.blanks import BLANK
from handlers.places import slug
from handlers.shapes import condition_paths
from handlers.source import Path, Sheet

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Defined:
    """Names by kind. `values` maps each fact to its values, those that the place gives included;
    `mentioned` to those that a condition or a group names. `None` where the file that defines them
    could not be read: nothing is then said of them."""

    schemes: Names | None
    pages: Names | None
    sources: Names | None
    networks: Names | None
    needs: Names | None
    communes: Names | None
    elsewhere: Names
    given: Names
    values: Mapping[str, Names] | None
    mentioned: Mapping[str, Names]
    groups: Mapping[str, Names]
    need: str
    place: str
    rules: Names | None
    notes: Names | None

    def lacks(self, fact: str) -> bool:
        """True if the fact is nowhere, all facts being named."""
        return self.values is not None and fact not in self.values and BLANK not in self.values

    def allowed(self, fact: str) -> Names:
        """Values and names of groups of a fact."""
        return (self.values or {}).get(fact, frozenset()) | self.groups.get(fact, frozenset())


def defined(sheets: Mapping[str, Sheet]) -> Defined:
    """The names of all the files."""
    table, places = _readable(sheets, "orientation.yaml"), _readable(sheets, "places.yaml")
    cards, pages, territory = (_readable(sheets, name) for name in ("schemes.yaml", "pages.yaml", "pack.yaml"))
    return Defined(
        schemes=_ids_if(cards),
        pages=_ids_if(pages),
        sources=None if territory is None else frozenset(territory.keys("sources")),
        networks=_ids_if(territory, "networks"),
        needs=_ids_if(places, "needs"),
        communes=None if places is None else _column(places, "name", "communes"),
        elsewhere=frozenset() if places is None else _ids(places, "elsewhere"),
        given=frozenset() if places is None else frozenset(places.keys("unknown")),
        values=_values(table, places) if table and places else None,
        mentioned={} if table is None else _mentioned(table),
        groups={} if table is None else _groups(table),
        need=_fact(table, lambda row: row.get("most", "1") != "1"),
        place=_fact(table, lambda row: row.get("kind") == "place"),
        rules=None if table is None else _ids(table, "rules") | _texts(table, "fallback", "id"),
        notes=_ids_if(table, "notes"),
    )


def _readable(sheets: Mapping[str, Sheet], file: str) -> Sheet | None:
    sheet = sheets.get(file)
    return None if sheet is None or sheet.root is None else sheet


def _ids(sheet: Sheet, *path: str) -> Names:
    return _column(sheet, "id", *path)


def _ids_if(sheet: Sheet | None, *path: str) -> Names | None:
    return None if sheet is None else _ids(sheet, *path)


def _column(sheet: Sheet, key: str, *path: str | int) -> Names:
    """What is written under `key` in the rows of a list. The empty text is among them if one is left to
    write, but not if the key itself is missing."""
    return frozenset().union(*(_texts(sheet, *row, key) for row, _ in sheet.rows(*path)))


def _texts(sheet: Sheet, *path: str | int) -> Names:
    return frozenset(text for _, text in sheet.texts(*path))


def _groups(table: Sheet) -> dict[str, Names]:
    return {fact: frozenset(table.keys("groups", fact)) for fact in table.keys("groups")}


def _mentioned(table: Sheet) -> dict[str, Names]:
    found: dict[str, Names] = {}
    named = [((*path, fact), fact) for path, when in condition_paths(table) for fact in when]
    for fact in table.keys("groups"):
        named += [(("groups", fact, group), fact) for group in table.keys("groups", fact)]
    for path, fact in named:
        found[fact] = found.get(fact, frozenset()) | {value for _, value in table.texts(*path)}
    return found


def _fact(table: Sheet | None, chosen: Callable[[Mapping[str, object]], bool]) -> str:
    rows = () if table is None else tuple(row for _, row in table.rows("questions"))
    return next((str(row.get("fact", "")) for row in rows if chosen(row)), "")


def _values(table: Sheet, places: Sheet) -> dict[str, Names]:
    values = {
        table.text(*path, "fact"): own_values(table, path) for path, row in table.rows("questions") if "fact" in row
    }
    place = _fact(table, lambda row: row.get("kind") == "place")
    if place:
        names = (slug(places.text(*path, "name")) for path, _ in places.rows("communes"))
        values[place] = frozenset(names) | _ids(places, "elsewhere")
    for fact in places.keys("unknown"):
        values[fact] = _given_values(places, fact)
    return values


def own_values(table: Sheet, path: Path) -> Names:
    """The values of the answers of a question. While its kind is to be written, they may be places."""
    kind = _texts(table, *path, "kind") & {BLANK}
    return _column(table, "value", *path, "answers") | kind


def _given_values(places: Sheet, fact: str) -> Names:
    rows = [*places.rows("communes"), *places.rows("elsewhere")]
    return _texts(places, "unknown", fact).union(*(_texts(places, *path, "facts", fact) for path, _ in rows))
