"""What the import asks of the bot that runs: lines that fit, held to the same bounds again."""

from __future__ import annotations

import json
from collections.abc import Mapping

import pytest
from sqlalchemy import func, select

from bot.cli_requests import REQUESTS
from bot.ics_import import read
from bot.import_requests import packed, taken
from bot.request_refused import RequestRefused
from bot.requests import LARGEST_LINE
from scheduler.clock import SystemClock
from storage.database import Database
from storage.play import Scene
from storage.tables import audit, gatherings
from tests.calendars import calendar, event
from tests.conversation import guide
from tests.echo import NOON


@pytest.fixture
def life(either_database: Database) -> Database:
    """On each of the two."""
    return either_database


class Bot:
    """The bot that runs, as a command asks it."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.lines: list[int] = []

    def __call__(self, name: str, **texts: str) -> Mapping[str, str]:
        line = json.dumps({"request": name, "texts": texts}, ensure_ascii=False).encode()
        self.lines.append(len(line))
        with self.database.write() as connection:
            return REQUESTS[name](connection, Scene(guide(), NOON, SystemClock().draw), **texts)


def test_a_large_calendar_is_asked_in_lines_that_fit(life: Database) -> None:
    """Whatever people wrote; and the use is in the journal."""
    long = "“très” \\\\ long " * 60
    series = [event(f"s{n}", "20261203T083000", "RRULE:FREQ=WEEKLY", description=long) for n in range(8)]
    entries = read(calendar(*series), guide(), "apes", NOON).entries
    asked = Bot(life)
    sums = taken(asked, "apes", "agenda", entries)
    assert sums == {"new": sum(len(entry.dates) for entry in entries), "changed": 0, "cancelled": 0}
    assert len(asked.lines) > 2
    assert max(asked.lines) < LARGEST_LINE
    with life.read() as connection:
        assert connection.execute(select(func.count()).select_from(gatherings)).scalar() == sums["new"]
        assert connection.execute(select(func.sum(audit.c.count))).scalar() == sums["new"]


@pytest.mark.parametrize(
    "change",
    [
        {"uid": "lille-petit_dej_apes"},
        {"uid": "ics:cress:a"},
        {"kind": "inconnue"},
        {"state": "moved"},
        {"zone": 3, "dates": [{}]},
        {"autre": "1"},
    ],
)
def test_a_row_that_no_calendar_can_have_made_is_refused(life: Database, change: dict[str, object]) -> None:
    """The socket is trusted no more than a file."""
    (rows,) = packed(read(calendar(event("a")), guide(), "apes", NOON).entries)
    changed = json.dumps([{**json.loads(rows)[0], **change}])
    with pytest.raises(RequestRefused):
        Bot(life)("gatherings-import", network="apes", source="agenda", rows=changed)
    with pytest.raises(RequestRefused):
        Bot(life)("gatherings-import", network="personne", source="agenda", rows=rows)
