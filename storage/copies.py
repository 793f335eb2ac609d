"""The folder of the copies: made under their hour, none seen half-written, none kept longer than people were told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, select

from storage import erased_list, notes, tombstones
from storage.backup import backup, suffix_of
from storage.database import Database
from storage.errors import BackupRefused
from storage.tables import marks

EACH = timedelta(hours=48)
"""For how long every copy is kept; of the days before, the first copy of each."""

INTERRUPTED = timedelta(hours=1)
"""None lasts that long: what is older is of one that was killed."""

_NAME = re.compile(r"^boussole-(\d{8}T\d{6})Z\.(?:db|dump)$")
_PART = ".boussole[-.]*.part"
_BEFORE = "boussole.before-*"
"""Made of a server before an upgrade or a restore."""
_FORM = "%Y%m%dT%H%M%S"
_LAST = "copied"


def make(database: Database, folder: Path, now: datetime) -> Path:
    """One more copy in the folder, which is made, private, if there is none."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise BackupRefused(path=str(folder)) from error
    return backup(database, folder / f"boussole-{now.astimezone(UTC):{_FORM}}Z{suffix_of(database)}")


def newest(folder: Path) -> datetime | None:
    """When the last copy was made."""
    return max((at for at, _ in _made(folder)), default=None)


def thin(folder: Path, now: datetime, keep: timedelta) -> int:
    """Delete the copies that are too old, and what an interrupted one left; how many copies went."""
    days: set[str] = set()
    gone = 0
    for at, path in sorted(_made(folder)):
        first_of_day = f"{at:%Y%m%d}" not in days
        days.add(f"{at:%Y%m%d}")
        if at <= now - keep or (at <= now - EACH and not first_of_day):
            path.unlink(missing_ok=True)
            gone += 1
    for before in folder.glob(_BEFORE):
        _drop_if_old(before, now - keep)
    for part in folder.glob(_PART):
        _drop_if_old(part, now - INTERRUPTED)
    return gone


def thin_beside(path: Path, now: datetime, keep: timedelta) -> None:
    """The copies made beside the database before an upgrade or a restore are copies too; and so is what a restore
    that was killed left there."""
    for beside in path.parent.glob(f"{path.name}.before-*"):
        _drop_if_old(beside, now - keep)
    for pattern in (f"{path.name}.restoring*", f".{path.name}.before-*.part"):
        for part in path.parent.glob(pattern):
            _drop_if_old(part, now - INTERRUPTED)


def keep_erasures(database: Database, folder: Path, now: datetime, keep: timedelta) -> bool:
    """Bring the list of erasures of the folder up to date; True if it changed."""
    with database.read() as connection:
        secret, noted = tombstones.kept(connection)
    if not noted:
        return False
    with suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / erased_list.NAME
    return erased_list.write(path, erased_list.together([erased_list.read(path), {secret: noted}], now - keep))


def _made(folder: Path) -> Iterator[tuple[datetime, Path]]:
    for path in folder.glob("boussole-*"):
        if found := _NAME.match(path.name):
            with suppress(ValueError):
                yield datetime.strptime(found[1], _FORM).replace(tzinfo=UTC), path


def _drop_if_old(path: Path, before: datetime) -> None:
    with suppress(OSError):
        if path.stat().st_mtime < before.timestamp():
            path.unlink()


def claim(connection: Connection, now: datetime, every: timedelta) -> bool:
    """True if it is time for a copy, and nobody else makes it: of several processes, the first that asks."""
    last = connection.execute(select(marks.c.value).where(marks.c.name == _LAST).with_for_update()).scalar()
    at = datetime.fromisoformat(last) if last is not None else None
    # An hour ahead of ours comes from a clock that was wrong.
    if at is not None and now - every < at <= now + every:
        return False
    notes.note(connection, _LAST, now.isoformat())
    return True


def asked(connection: Connection) -> bool:
    """True once the bot ran for long enough to make a copy."""
    return notes.noted(connection, _LAST) is not None


def put_off(connection: Connection, now: datetime, every: timedelta, wait: timedelta) -> None:
    """It was not made: to be tried again after a while."""
    notes.note(connection, _LAST, (now - every + min(wait, every)).isoformat())
