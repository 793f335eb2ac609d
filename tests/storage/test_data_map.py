"""Minimisation: every column says what it holds, why, and for how long."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Table, insert, select

import storage
from storage import erasure
from storage.database import Database
from storage.tables import metadata
from tests.echo import NOON

MAP: Mapping[str, Mapping[str, Mapping[str, Any]]] = tomllib.loads(
    (Path(storage.__file__).parent / "data-map.toml").read_text(encoding="utf-8")
)
SAID = {"what": str, "why": str, "kept": str, "exportable": bool, "erasable": bool}


@pytest.mark.row("D5")
def test_the_map_names_every_column_and_no_other() -> None:
    """A new column without its reason fails here."""
    columns = {name: set(table.columns.keys()) for name, table in metadata.tables.items()}
    assert {name: set(entries) for name, entries in MAP.items()} == columns


@pytest.mark.row("D5")
@pytest.mark.parametrize("table", sorted(MAP))
def test_each_entry_says_all_that_is_asked(table: str) -> None:
    """In words, and with a yes or a no."""
    for column, entry in MAP[table].items():
        assert {name: type(value) for name, value in entry.items()} == SAID, column
        assert all(entry[name].strip() for name in ("what", "why", "kept")), column


def seed(database: Database) -> None:
    """One person, with a value in every column that can tell who they are."""
    words: dict[str, object] = {
        "at": NOON,
        "state": "sent",
        "kind": "reply",
        "granted": True,
        "private": True,
        "first": True,
        "resting": True,
        "open": True,
        "role": "admin",
        "visibility": "hidden",
    }
    states: dict[str, object] = {"memberships": "member", "introductions": "asked", "corrections": "waiting"}
    states |= {"requests": "open", "gatherings": "published", "bookings": "seated", "broadcasts": "waiting"}
    with database.write() as connection:
        for table in metadata.sorted_tables:
            values = {name: words.get(name, _value(table, name)) for name in table.columns.keys()}
            if table.name in states:
                values["state"] = states[table.name]
            if table.name == "requests":
                values["kind"] = "talk"
            if table.name == "gatherings":
                values["role"] = 7  # a number there
            connection.execute(insert(table), values)


def _value(table: Table, name: str) -> object:
    kind = type(table.columns[name].type).__name__
    return {
        "Boolean": True,
        "LargeBinary": b"canary",
        "UtcDateTime": NOON,
        "String": f"canary-{name}"[:16],
        "Text": f"canary-{name}",
    }.get(kind, 7)


def test_what_the_map_calls_erasable_is_erased(database: Database) -> None:
    """The row is gone, or the column is empty: on each kind of database."""
    seed(database)
    with database.write() as connection:
        erasure.forget(connection, 7, NOON)
    with database.read() as connection:
        left = {
            f"{name}.{column}"
            for name, entries in MAP.items()
            for column, entry in entries.items()
            if entry["erasable"]
            and connection.execute(select(metadata.tables[name].c[column])).scalar() not in (None, "")
        }
    assert left == set()


NEVER_ASKED = (
    "nir", "sécurité sociale", "santé", "handicap", "religion", "opinion", "syndicat", "casier", "téléphone",
    "naissance", "âge", "adresse postale", "rue", "iban", "genre", "nationalité",
)  # fmt: skip


@pytest.mark.row("D6")
def test_no_column_holds_what_must_not_be_asked() -> None:
    """No number of the State, nothing of health, opinions, birth, phone or home, whatever it would be good for."""
    words = re.compile(rf"\b({'|'.join(map(re.escape, NEVER_ASKED))})s?\b", re.IGNORECASE)
    found = {
        f"{table}.{column}": entry["what"]
        for table, columns in MAP.items()
        for column, entry in columns.items()
        if words.search(entry["what"])
    }
    assert found == {}
    assert words.search("le numéro de téléphone de la personne")
