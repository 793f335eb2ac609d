"""All that is kept of one person and can be given back, straight from the data map: nothing is listed twice."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Table, select

from handlers.offers import LETTERED, LETTERED_AT, NUMBERED
from storage.belonging import HIDDEN, owners
from storage.data_map import data_map
from storage.outbox import unpacked
from storage.tables import outbox

Rows = Mapping[str, list[dict[str, Any]]]
# Buttons of ours, which may name other members.
_OURS = (LETTERED, LETTERED_AT, NUMBERED)


def export(connection: Connection, person: int) -> Rows:
    """Every column marked `exportable`, of every row of this person, by table; tables without any are absent."""
    found: dict[str, list[dict[str, Any]]] = {}
    for table, owner in owners():
        columns = _given_back(table, owner)
        if not columns:
            continue
        wanted = select(*columns).where(owner == person).order_by(*table.primary_key.columns)
        if table is outbox:
            # Words of somebody else are theirs.
            wanted = wanted.where(outbox.c.about.is_(None) | (outbox.c.about == person))
        for row in connection.execute(wanted):
            given = {name: _plain(table, name, value) for name, value in row._mapping.items()}
            found.setdefault(table.name, []).append(given)
    return found


def _given_back(table: Table, owner: Column[int]) -> list[Column[Any]]:
    hidden = HIDDEN.get((table.name, owner.name), frozenset())
    entries = data_map()[table.name]
    return [column for column in table.columns if entries[column.name].exportable and column.name not in hidden]


def _plain(table: Table, name: str, value: Any) -> Any:
    """A value as JSON has it; what we keep as JSON is opened."""
    if isinstance(value, datetime):
        return value.isoformat()
    if table is outbox and name == "body" and value:
        return unpacked(value).text
    if name in ("answers", "memo") and value:
        return {key: said for key, said in _opened(value).items() if key not in _OURS}
    return value


def _opened(value: str) -> dict[str, Any]:
    try:
        found = json.loads(value)
    except ValueError:
        return {"": value}
    return found if isinstance(found, dict) else {"": found}
