"""What is given back: every value of this person, none of anybody else's."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import Column, Table, insert

from bot.formats import made
from bot.formats.recipes import MAKERS
from handlers.messages import Address
from storage.belonging import HIDDEN, owners
from storage.data_map import data_map
from storage.database import Database
from storage.export import export
from storage.tables import metadata, outbox
from tests.conversation import guide
from tests.echo import NOON
from tests.lives import Life

MINE, THEIRS = 7, 8
FIXED: Mapping[str, object] = {
    "granted": True,
    "private": True,
    "first": True,
    "resting": False,
    "open": False,
    "visibility": "hidden",
    "state": "",
    "kind": "reminder",
}
STATES = {"memberships": "member", "introductions": "open", "corrections": "waiting", "outbox": "sent"}
STATES |= {"requests": "open", "gatherings": "published", "bookings": "seated", "broadcasts": "done"}


def values(table: Table, person: int) -> dict[str, object]:
    """A row of somebody, with a word of theirs in every column that can hold one."""
    other = THEIRS if person == MINE else MINE
    owned = {column.name for owner, column in owners() if owner is table}
    found: dict[str, object] = {}
    for column in table.columns:
        mine = column.name in owned or (column.primary_key and type(column.type).__name__ not in ("String", "Text"))
        found[column.name] = person if mine else _value(table, column, person, len(found))
    if "state" in found:
        found["state"] = STATES[table.name]
    if table.name == "requests":
        found["kind"] = "talk"
    if table.name == "introductions":
        found["asked"] = other
    if table.name == "outbox":
        found["about"] = None
    return found


def _value(table: Table, column: Column[Any], person: int, at: int) -> object:
    kind = type(column.type).__name__
    if column.name == "role" and kind == "String":
        return "admin"
    if column.name in FIXED:
        return FIXED[column.name]
    if kind in ("String", "Text"):
        return _word(table, column.name, person)
    if kind == "LargeBinary":
        return _word(table, column.name, person).encode()
    return {"Boolean": False, "UtcDateTime": NOON + timedelta(days=person, minutes=at)}.get(kind, person)


def _word(table: Table, column: str, person: int) -> str:
    # The table is named too: what is counted without anybody, or published, has such columns of its own, which stay.
    if column in ("answers", "memo"):
        return json.dumps({"etape": f"mot{person}{table.name}{column}"})
    if column == "body":
        return json.dumps({"t": f"mot{person}{table.name}{column}"})
    most = getattr(table.columns[column].type, "length", None) or 16
    return f"m{person}{table.name[:7]}{column}"[: min(16, most)]


def seed(database: Database) -> None:
    """Two people with a row in every table."""
    with database.write() as connection:
        for table in metadata.sorted_tables:
            for person in (MINE, THEIRS):
                connection.execute(insert(table), values(table, person))
        # What the other one wrote to the first.
        said = {**values(outbox, MINE), "id": 9, "key": "passed", "about": THEIRS, "body": f'{{"t": "mot{THEIRS}"}}'}
        connection.execute(insert(outbox), said)


def given(database: Database) -> str:
    """All that is given back to the first one, as JSON."""
    with database.read() as connection:
        return json.dumps(export(connection, MINE), ensure_ascii=False)


def expected() -> Iterator[tuple[str, str, object]]:
    """Every value that the map calls exportable, but what one side may not read of the other."""
    for table, owner in owners():
        hidden = HIDDEN.get((table.name, owner.name), frozenset())
        for name, entry in data_map()[table.name].items():
            if entry.exportable and name not in hidden and (table.name, owner.name) != ("introductions", "asked"):
                yield table.name, name, values(table, MINE)[name]


@pytest.mark.row("D8")
def test_every_value_of_the_person_is_given_back(database: Database) -> None:
    """Seeded in every exportable column of every table (D8)."""
    seed(database)
    text = given(database)
    missing = [
        (table, name) for table, name, value in expected() if not isinstance(value, bool) and _shown(value) not in text
    ]
    assert missing == []
    assert len(list(expected())) > 60


def _shown(value: Any) -> str:
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    text = str(value)
    return text[text.index("mot") : -2] if text.startswith("{") else text


@pytest.mark.row("D8")
def test_no_value_of_another_person_is_given_back(either_database: Database) -> None:
    """Not even a word that they wrote to this one, nor what they answered in silence."""
    seed(either_database)
    text = given(either_database)
    theirs = [
        str(value)
        for table in metadata.sorted_tables
        for name, value in values(table, THEIRS).items()
        if isinstance(value, str) and value.startswith(f"m{THEIRS}")
        # An introduction is of both.
        if (table.name, name) != ("introductions", "community")
    ]
    assert [word for word in theirs if word in text] == []
    assert f"mot{THEIRS}" not in text


def test_every_table_that_speaks_of_people_has_an_owner() -> None:
    """A new table is exported, counted and erased without a word of code."""
    tables = {table.name for table, _ in owners()}
    refers = {
        table.name
        for table in metadata.sorted_tables
        for column in table.columns
        if any(key.column.table.name == "people" for key in column.foreign_keys)
    }
    assert refers <= tables


def test_every_table_that_is_given_back_has_a_title() -> None:
    """In the words of the sheet, in the first language."""
    wording = guide().wording
    titled = {table.name for table, _ in owners() if any(entry.exportable for entry in data_map()[table.name].values())}
    assert {name for name in titled if not wording.has(f"export-{name}")} == set()


def test_the_files_are_made_for_whoever_they_are_about_and_nobody_else(either_database: Database) -> None:
    """A recipe that reaches someone else gives nothing; nor one that nobody knows."""
    life = Life(either_database)
    life.says("bonjour")
    life.says("j'ai une idée")
    life.says("bonjour", "u2")
    recipes = (f"sheet:{life.person()}", f"export:{life.person()}", "unknown:1")
    with either_database.read() as connection:
        sheet, file = made(connection, life.scene, MAKERS, Address("terminal", "u1"), recipes)
        assert made(connection, life.scene, MAKERS, Address("terminal", "u2"), recipes) == ()
        assert made(connection, life.scene, MAKERS, Address("terminal", "nobody"), recipes) == ()
    content = json.loads(file.content)
    assert content["format"] == "boussole/mes-donnees/1"
    assert content["data"]["conversations"][0]["answers"] != {}
    described = {(table, name) for table, names in content["columns"].items() for name in names}
    assert described == {(table, name) for table, rows in content["data"].items() for row in rows for name in row}
    text = sheet.content.decode("utf-8-sig")
    assert "## Votre conversation" in text
    assert "terminal" in text
