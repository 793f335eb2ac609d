"""The summary of a year and of a week out of 100,000 finished orientations, spread over ten years: counting them, and
the whole command."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, insert

from benchmarks.figures import Figure, Watch
from bot import packs
from bot.formats.summary_files import FORMATS
from handlers import counted
from handlers.guide import Guide
from handlers.weeks import week_of, year
from storage import schema, summaries, summing
from storage.database import Database, open_database
from storage.tables import intake, tallies

RECORDS = 100_000
YEARS = range(2017, 2027)
_SLICE = 5_000
_LAST = "2026-W53"
_COMMANDED = "2025-W52"
"""Over whatever the hour of this machine, and it closes a year."""


def measured(folder: Path) -> list[Figure]:
    """Counting a year, counting all of them, and the summaries of a week and of a year."""
    guide = packs.read(folder)
    with TemporaryDirectory() as name:
        database = open_database(f"sqlite:///{name}/bench.db")
        try:
            schema.prepare(database)
            with database.write() as connection:
                _fill(connection, guide, Random(1))
            return [*_figures(database, guide), *_commanded(folder, f"sqlite:///{name}/bench.db", Path(name))]
        finally:
            database.close()


def _figures(database: Database, guide: Guide) -> Iterator[Figure]:
    every = tuple(week for number in YEARS for week in year(number).weeks)
    for what, weeks in (("counted: one year of ten", every[-53:]), ("counted: ten years", every)):
        with database.read() as connection:
            watch = Watch()
            summaries.counts(connection, weeks, guide)
            yield Figure(what, _said(watch))
    for period in (_LAST, _LAST[:4]):
        with database.read() as connection:
            watch = Watch()
            summing.summary_of(connection, guide, period)
            yield Figure(f"the summary of {period}", _said(watch), "< 2 s")


def _commanded(folder: Path, url: str, where: Path) -> Iterator[Figure]:
    """The whole process, its start and its file, twice: both files are the same."""
    for form in FORMATS:
        words = ("summary", "--week", _COMMANDED, "--pack", str(folder), "--db", url)
        first, again = (_ran(words, where / f"{turn}.{form}") for turn in ("first", "again"))
        same = first[2] == again[2]
        found = f"{min(first[0], again[0]):.2f} s, {min(first[1], again[1]):.2f} of CPU"
        yield Figure(
            f"boussole summary --week, {form}", found, f"< 2 s; twice the same SHA-256: {'yes' if same else 'NO'}"
        )


def _ran(words: tuple[str, ...], file: Path) -> tuple[float, float, str]:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "bot", *words, "-o", str(file)], check=True)
    wall, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return wall, cpu, sha256(file.read_bytes()).hexdigest()


def _said(watch: Watch) -> str:
    spent = watch.read()
    return f"{spent.wall:.2f} s, {spent.cpu:.2f} of CPU"


def _fill(connection: Connection, guide: Guide, chance: Random) -> None:
    zone, began = guide.pack.territory.timezone, datetime(YEARS[0], 1, 10, tzinfo=UTC)
    span = timedelta(weeks=52 * len(YEARS))
    whole = [_answered(guide, chance) for _ in range(2_000)]
    rows = []
    for number in range(RECORDS):
        week = week_of(began + span * chance.random(), zone)
        rows.append({"id": f"{number:020d}", "week": week, **chance.choice(whole)})
        if len(rows) == _SLICE:
            connection.execute(insert(intake), rows)
            rows.clear()
    every = [week for number in YEARS for week in year(number).weeks]
    counters = [{"week": week, "name": name, "of": "", "count": 40} for week in every for name in _NAMES]
    connection.execute(insert(tallies), counters)


_NAMES = (counted.CONVERSATION, counted.FINISHED, counted.FINISHED_YES)


def _answered(guide: Guide, chance: Random) -> Mapping[str, object]:
    """A whole orientation at random, as it is recorded."""
    table, given = guide.table, dict[str, str]()
    while (question := table.next_question(given)) is not None:
        values = [answer.value for answer in question.answers] or [*table.facts_by_place]
        given[question.fact] = chance.choice(values)
    doors = [door.scheme for door in table.decide(given).recommendations]
    answers = {**given, **table.place_facts(given.get(table.place_fact, ""))}
    first = chance.random() < 0.8
    written = {"answers": json.dumps(answers, sort_keys=True), "doors": json.dumps(doors), "unmatched": ""}
    flags = {"first_ever": first, "first_of_year": first, "first_of_month": first, "holder": True}
    return {**written, **flags, "late": chance.random() < 0.02, "revision": "r"}
