"""Who comes to a gathering, as a sheet to print and as a table: for its animators, until its list is erased."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import timedelta
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from bot.cells import no_formula
from bot.formats import File, Making, language_of
from bot.formats.printed import can_print, html, pdf
from handlers import gathering_words
from handlers.context import Context
from handlers.dates import in_words, local_date
from handlers.gatherings import LIST_KEPT, Booking, Gathering
from handlers.layout import capital
from handlers.messages import Address
from handlers.posters import CSV
from handlers.reading import reader
from handlers.roles import ANIMATOR
from storage.gatherings import comers_of, one
from storage.play import Scene
from storage.roles import number_of
from storage.tables import addresses

MOST = 2_000
CSV_TYPE = "text/csv; charset=utf-8"
_TEMPLATE = "sheet"
_COLUMNS = ("number", "name", "seats", "stop", "needs", "there")


def file_of(connection: Connection, scene: Scene, to: Address, what: str) -> File | Making | None:
    """`list:<gathering>`, or `list:<gathering>.csv`: the role is looked up when the file is made, not when it was
    asked for."""
    id, _, form = what.partition(".")
    gathering = one(connection, int(id)) if id.isdecimal() else None
    if gathering is None or not is_open(gathering, scene) or not _organises(connection, to, gathering.network):
        return None
    context = reader(scene.guide, language_of(connection, to), scene.now)
    comers = comers_of(connection, gathering.id, 0, MOST)
    name = f"{context.say('list-file')}-{gathering.id}"
    if form == CSV:
        return File(f"{name}.csv", CSV_TYPE, table(context, gathering, comers))
    return partial(sheet, name, data(context, gathering, comers))


def is_open(gathering: Gathering, scene: Scene) -> bool:
    """True until names are erased."""
    return scene.now < gathering.ends_at + LIST_KEPT


def _organises(connection: Connection, to: Address, network: str) -> bool:
    here = select(addresses.c.person).where(
        addresses.c.channel == to.channel, addresses.c.peer == to.peer, addresses.c.private
    )
    person = connection.execute(here).scalar()
    return person is not None and number_of(connection, person, ANIMATOR, network) is not None


def sheet(name: str, said: dict[str, Any]) -> File:
    """The list to be ticked at the door."""
    return pdf(name, _TEMPLATE, said) if can_print() else html(name, _TEMPLATE, said)


def data(context: Context, gathering: Gathering, comers: Sequence[Booking]) -> dict[str, Any]:
    """What the sheet says."""
    zone, language = gathering.zone, context.language
    last = in_words(local_date(gathering.ends_at + LIST_KEPT - timedelta(days=1), zone), language)
    return {
        "language": language,
        "above": "",
        "title": context.say("list-title", title=gathering_words.title(context, gathering)),
        "lines": [line for line in _lines(context, gathering, comers) if line],
        "columns": [context.say(f"list-{name}") for name in _COLUMNS],
        "rows": [list(row) for row in _rows(context, gathering, comers)],
        "ending": context.say("list-ending", day=last),
        "note": "",
    }


def _lines(context: Context, gathering: Gathering, comers: Sequence[Booking]) -> Iterator[str]:
    said = gathering_words.when(context, gathering)
    yield capital(said)
    yield gathering_words.where(context, gathering)
    yield context.say("list-coming", count=sum(each.seats for each in comers))
    if gathering.aside:
        yield context.say("list-aside", count=gathering.aside)
    if gathering.walk_ins:
        yield context.say("list-walk-ins", count=gathering.walk_ins)


def _rows(context: Context, gathering: Gathering, comers: Sequence[Booking]) -> Iterator[tuple[str, ...]]:
    stops = {stop.position: stop.place for stop in gathering.stops}
    for number, each in enumerate(comers, 1):
        there = context.say("list-is-there") if each.checked_in_at is not None else ""
        name = each.name or context.say("list-no-name")
        yield (str(number), name, str(each.seats), stops.get(each.joins, ""), each.needs, there)


def table(context: Context, gathering: Gathering, comers: Sequence[Booking]) -> bytes:
    """The list for a spreadsheet, which must take nothing that people wrote for a formula."""
    held = io.StringIO()
    writer = csv.writer(held, delimiter=";", lineterminator="\r\n")
    writer.writerow([context.say(f"list-{name}") for name in _COLUMNS])
    for row in _rows(context, gathering, comers):
        writer.writerow([no_formula(cell) for cell in row])
    # Without this mark spreadsheets take it for an older alphabet.
    return held.getvalue().encode("utf-8-sig")
