"""Changes of a pack, as edits of its files: a text takes the place of another, and all around it stays."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from handlers import facts
from handlers.desk import Confirmed
from handlers.pack import Fact, Pack
from handlers.source import Path, Sheet, read

SCHEMES, PLACES = "schemes.yaml", "places.yaml"


@dataclass(frozen=True, slots=True)
class Edit:
    """One text of one file, by its path in the values of the file."""

    file: str
    path: Path
    after: str


class EditImpossible(Exception):
    """The file is not what it should be after the edit: nothing of it may be kept."""


def edited(files: Mapping[str, str], edits: tuple[Edit, ...]) -> dict[str, str]:
    """The files with these texts in place of those that stand there; raises EditImpossible."""
    changed = dict(files)
    for edit in edits:
        changed[edit.file] = _replaced(edit.file, changed[edit.file], edit)
    return changed


def _replaced(file: str, text: str, edit: Edit) -> str:
    sheet = _sheet(file, text)
    span = sheet.span(edit.path)
    if span is None:
        raise EditImpossible
    written = text[span[0] : span[1]]
    ending = written[len(written.rstrip()) :]
    # Text between double quotes is the same in JSON and in YAML.
    changed = text[: span[0]] + _written(edit.after) + ending + text[span[1] :]
    found = read(file, changed)
    if found.faults or found.at(edit.path) != edit.after:
        raise EditImpossible
    return changed


@lru_cache(maxsize=4)
def _sheet(file: str, text: str) -> Sheet:
    """A file read once: each card of it is looked for."""
    return read(file, text)


def _written(text: str) -> str:
    """Dates and yes or no stay bare, as people write them."""
    return text if text.replace("-", "").isalnum() and text.isascii() else json.dumps(text, ensure_ascii=False)


def place_of(files: Mapping[str, str], part: str) -> tuple[str, Path] | None:
    """Where a sentence is written, by the name that `facts.Part` gives it."""
    kind, id, step, field = part.split(".")
    card = _card(files, kind, id)
    if card is None:
        return None
    file, path = card
    inner = (*path, "next_steps", int(step) - 1) if int(step) else path
    return file, (*inner, facts.LONG.get(field, field))


def _card(files: Mapping[str, str], kind: str, id: str) -> tuple[str, Path] | None:
    file, under = (SCHEMES, ()) if kind == facts.SCHEME else (PLACES, ("resources",))
    sheet = _sheet(file, files[file])
    return next(((file, path) for path, row in sheet.rows(*under) if row.get("id") == id), None)


def line_of(files: Mapping[str, str], file: str, path: Path) -> tuple[int, int]:
    """Line and column of a text."""
    return _sheet(file, files[file]).position(path)


def confirmations(
    pack: Pack, files: Mapping[str, str], confirmed: Mapping[str, Confirmed], zone: str
) -> Iterator[Edit]:
    """The dates and marks that networks gave to facts, where the files do not say them yet."""
    for network in pack.territory.networks:
        for name in facts.cards_of(pack, network.id):
            card = facts.card_named(pack, name)
            place = _card(files, *name.split("."))
            for number, fact in enumerate(facts.facts_of(card) if card and place else ()):
                new = facts.renewed(fact, confirmed.get(facts.fact_name(name, number)), zone)
                if place and new != fact:
                    file, path = place
                    yield from _dates(file, (*path, "next_steps", number - 1) if number else path, new)


def _dates(file: str, path: Path, fact: Fact) -> Iterator[Edit]:
    yield Edit(file, (*path, "verified_on"), fact.verified_on.isoformat())
    yield Edit(file, (*path, "review_by"), fact.review_by.isoformat())
    yield Edit(file, (*path, "confirmed"), "yes")
