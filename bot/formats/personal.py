"""What is kept of a person, as a file for programs and as a sheet to read: given to that person alone."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, select

from bot.formats import File
from handlers.dates import in_words, local_date
from handlers.messages import Address
from storage.data_map import data_map
from storage.export import Rows, export
from storage.play import Scene
from storage.tables import addresses, conversations

FORMAT = "boussole/mes-donnees/1"
"""The form of the file: docs/donnees-personnelles.md describes it, a change of it has another number."""

JSON_NAME, SHEET_NAME = "mes-donnees.json", "mes-donnees.txt"


def file_of(connection: Connection, scene: Scene, to: Address, what: str) -> File | None:
    """`export:<person>`: every value, with what each column means."""
    person = _own(connection, to, what)
    if person is None:
        return None
    rows = export(connection, person)
    words = {
        table: {name: {"what": entry.what, "why": entry.why, "kept": entry.kept} for name, entry in columns.items()}
        for table, columns in data_map().items()
        if table in rows
    }
    held = {table: {name: words[table][name] for name in _names(found)} for table, found in rows.items()}
    content = {"format": FORMAT, "made_at": scene.now.isoformat(), "data": rows, "columns": held}
    text = json.dumps(content, ensure_ascii=False, indent=2)
    return File(JSON_NAME, "application/json", text.encode())


def sheet_of(connection: Connection, scene: Scene, to: Address, what: str) -> File | None:
    """`sheet:<person>`: the same, a line for each value, in words."""
    person = _own(connection, to, what)
    if person is None:
        return None
    spoken = select(conversations.c.language).where(conversations.c.person == person)
    language = connection.execute(spoken).scalar() or scene.guide.wording.languages[0]
    lines = _lines(export(connection, person), scene, language)
    # Programs of people's computers take a text without this mark for an older alphabet.
    return File(SHEET_NAME, "text/plain; charset=utf-8", "\n".join(lines).encode("utf-8-sig"))


def _own(connection: Connection, to: Address, what: str) -> int | None:
    """The person of the recipe, if they are who is reached there now."""
    wanted = select(addresses.c.person).where(
        addresses.c.channel == to.channel, addresses.c.peer == to.peer, addresses.c.private
    )
    person = connection.execute(wanted).scalar()
    return person if person is not None and what == str(person) else None


def _lines(rows: Rows, scene: Scene, language: str) -> Iterator[str]:
    wording, zone = scene.guide.wording, scene.zone
    day, hour = in_words(local_date(scene.now, zone), language), f"{scene.now.astimezone(ZoneInfo(zone)):%H:%M}"
    yield wording.say(language, "export-title")
    yield wording.say(language, "export-made", day=day, hour=hour)
    for table, found in rows.items():
        title = f"export-{table}"
        yield f"\n## {wording.say(language, title) if wording.has(title) else table}"
        for row in found:
            yield ""
            yield from _said(table, row, zone)
    yield f"\n{wording.say(language, 'export-empty')}"


def _said(table: str, row: Mapping[str, Any], zone: str) -> Iterator[str]:
    entries = data_map()[table]
    for name, value in row.items():
        if isinstance(value, dict):
            yield from (f"{entries[name].what} ({key}) : {said}" for key, said in value.items())
        elif value not in (None, ""):
            yield f"{entries[name].what} : {_value(value, zone)}"


def _value(value: object, zone: str) -> str:
    if isinstance(value, bool):
        return "oui" if value else "non"
    try:
        return f"{datetime.fromisoformat(str(value)).astimezone(ZoneInfo(zone)):%d/%m/%Y %H:%M}"
    except ValueError:
        return str(value)


def _names(rows: list[dict[str, Any]]) -> list[str]:
    return list(dict.fromkeys(name for row in rows for name in row))
