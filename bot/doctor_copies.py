"""What may be wrong with the copies of the database: none, late, not taken elsewhere, no tool to make them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from bot.copying import folder_of_copies
from bot.sentences import sentence
from bot.settings import Backup
from bot.watch import NOT_MADE, NOT_TAKEN
from handlers.dates import stamp
from storage import alerts, copies, dumps, presence
from storage.database import Database

Said = tuple[bool, str]


def examine_copies(settings: Backup, database: Database) -> Iterator[Said]:
    """Whether the next accident costs an hour at most; `database` is open and at head."""
    folder = folder_of_copies(settings, database)
    if not database.is_sqlite and not dumps.usable(database):
        yield False, sentence("cli-doctor-copies-tools")
    with database.read() as connection:
        failing, staying = (alerts.failing_since(connection, cause.name) for cause in (NOT_MADE, NOT_TAKEN))
        alive = presence.last_seen(connection) if copies.asked(connection) else None
    if failing is not None:
        yield False, sentence("cli-doctor-copies-failed", since=stamp(failing), folder=str(folder))
    if staying is not None:
        yield False, sentence("cli-doctor-copies-stay", since=stamp(staying))
    yield _last(settings, folder, alive)


def _last(settings: Backup, folder: Path, alive: datetime | None) -> Said:
    last, patience = copies.newest(folder), timedelta(minutes=2 * settings.every)
    if not settings.every:
        return True, sentence("cli-doctor-copies-none")
    # A bot that was stopped has made none since, and was not asked to.
    if last is not None and (alive is None or alive - last <= patience):
        return True, sentence("cli-doctor-copies", at=stamp(last), folder=str(folder))
    if last is None and alive is None:
        return True, sentence("cli-doctor-copies-first", folder=str(folder))
    return False, sentence("cli-doctor-copies-late", folder=str(folder), every=str(settings.every))
