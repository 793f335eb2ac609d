"""What may be wrong with this machine or this configuration: each failure says what to do, no secret is shown."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot import packs
from bot.doctor_copies import examine_copies
from bot.doctor_mail import examine_mail
from bot.doctor_matrix import examine_matrix
from bot.doctor_telegram import examine_telegram
from bot.footprint import footprint_of
from bot.sentences import sentence
from bot.settings import Settings
from bot.settings_file import read_settings
from bot.settings_refused import SettingsRefused
from bot.told import better_said, missing
from handlers.dates import stamp
from handlers.defects import PackRefused
from handlers.guide import Guide
from scheduler.clock import SystemClock
from storage import presence, schema
from storage.database import Database, open_database
from storage.errors import StorageRefused

LEAST_MEMORY_MB = 256
# No release of ours is older than this: a clock before it is wrong.
NOT_BEFORE = datetime(2026, 11, 1, tzinfo=UTC)
_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at."""

    good: bool
    said: str


def examine(config: Path | None, db: str | None, folder: Callable[[Settings | None], Path]) -> list[Finding]:
    """Everything looked at, in the order in which one would mend it."""
    return list(_examine(config, db, folder))


def _examine(config: Path | None, db: str | None, folder: Callable[[Settings | None], Path]) -> Iterator[Finding]:
    yield Finding(True, sentence("cli-doctor-python", version=platform.python_version()))
    settings: Settings | None = None
    try:
        settings = read_settings(config)
        yield Finding(True, sentence("cli-doctor-settings"))
    except SettingsRefused as refused:
        yield from (Finding(False, line) for line in refused.lines)
    yield from _clock()
    guide = None
    try:
        guide = packs.read(folder(settings))
        yield _pack(guide)
    except PackRefused as refused:
        yield from (Finding(False, str(defect)) for defect in refused.defects)
    if guide is not None:
        yield _zone(guide.zone)
    url = db or (settings or Settings()).storage.url
    if db or settings is not None:
        yield from _database(url, settings)
    if settings is not None:
        yield _notice(settings)
        yield from (Finding(*said) for said in examine_telegram(settings.telegram))
        yield from (Finding(*said) for said in examine_matrix(settings.matrix))
        yield from (Finding(*said) for said in examine_mail(settings))
    yield _memory()
    good, said = footprint_of(url)
    yield Finding(good, said)


def _pack(guide: Guide) -> Finding:
    territory = guide.pack.territory
    return Finding(True, sentence("cli-doctor-pack", name=territory.name, revision=guide.pack.revision))


def _notice(settings: Settings) -> Finding:
    """Whoever is spoken to has the right to know who answers for their data."""
    if left := missing(settings):
        public = bool(settings.telegram.token or settings.matrix.homeserver)
        return Finding(not public, sentence("cli-doctor-notice-missing", keys=", ".join(left)))
    if better := better_said(settings):
        return Finding(True, sentence("cli-doctor-notice-better", keys=", ".join(better)))
    return Finding(True, sentence("cli-doctor-notice"))


def _clock() -> Iterator[Finding]:
    now = SystemClock().now()
    good = now >= NOT_BEFORE
    yield Finding(good, sentence("cli-doctor-clock" if good else "cli-doctor-clock-bad", time=now.isoformat()))


def _zone(zone: str) -> Finding:
    try:
        local = SystemClock().now().astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, ValueError):
        return Finding(False, sentence("cli-doctor-zone-missing", zone=zone))
    return Finding(True, sentence("cli-doctor-zone", zone=zone, time=f"{local:%H:%M}"))


def _database(url: str, settings: Settings | None) -> Iterator[Finding]:
    path = Path(url.removeprefix("sqlite:///"))
    if url.startswith("sqlite:///") and not path.exists() and path.absolute().parent.is_dir():
        # Looking must not create the file.
        yield Finding(True, sentence("cli-doctor-database-empty"))
        return
    try:
        database = open_database(url)
        try:
            yield from _schema(database, url, settings)
        finally:
            database.close()
    except StorageRefused as refused:
        yield Finding(False, sentence(refused.name, **refused.facts))


def _schema(database: Database, url: str, settings: Settings | None) -> Iterator[Finding]:
    found = schema.current(database)
    if found is None:
        yield Finding(True, sentence("cli-doctor-database-empty"))
    elif found != schema.HEAD:
        yield Finding(False, sentence("cli-database-behind", url=url.rpartition("@")[2], revision=found))
    else:
        yield Finding(True, sentence("cli-doctor-database", revision=found))
        yield from _absence(database)
        if settings is not None:
            yield from (Finding(*said) for said in examine_copies(settings.backup, database))


def _absence(database: Database) -> Iterator[Finding]:
    now = SystemClock().now()
    with database.read() as connection:
        silent, gone = presence.silent_since(connection, now), presence.absence(connection, now)
    if silent is not None:
        yield Finding(False, sentence("cli-doctor-absent", since=stamp(silent)))
    if gone is not None:
        # It cannot be mended any more: it is told, and nothing is to be done.
        said = sentence("cli-doctor-was-absent", since=stamp(gone.since), until=stamp(gone.until))
        yield Finding(True, said)


def _memory() -> Finding:
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    free = os.sysconf("SC_AVPHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // _MB
    if free < LEAST_MEMORY_MB:
        return Finding(False, sentence("cli-doctor-memory-low", least=LEAST_MEMORY_MB))
    return Finding(True, sentence("cli-doctor-memory", used=used, free=free))
