"""When a copy is made, and how long it is kept."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from storage import copies, erased_list, tombstones
from storage.database import Database
from storage.tables import erasures
from tests.echo import NOON

KEEP = timedelta(days=35)


@pytest.mark.row("D11")
def test_copies_are_kept_for_as_long_as_people_are_told_and_no_longer(tmp_path: Path) -> None:
    """All of two days, then one a day, then none after 35; what was interrupted goes too."""
    hours = [NOON - timedelta(hours=n) for n in range(24 * 40)]
    for hour in hours:
        (tmp_path / f"boussole-{hour.astimezone(UTC):%Y%m%dT%H%M%S}Z.db").touch()
    for name in (".boussole-old.part", "autre.db", erased_list.NAME):
        (tmp_path / name).touch()
        os.utime(tmp_path / name, (0, 0))
    copies.thin(tmp_path, NOON, KEEP)
    left = sorted(at for at, _ in copies._made(tmp_path))
    assert NOON - KEEP < left[0] <= NOON - KEEP + timedelta(days=1)
    assert [at for at in left if at > NOON - copies.EACH] == sorted(hours[:48])
    days = [at.date() for at in left if at <= NOON - copies.EACH]
    assert len(days) == len(set(days)) >= 33
    assert {at.astimezone(UTC).hour for at in left[1:] if at <= NOON - copies.EACH} == {0}, "the first of each day"
    assert sorted(each.name for each in tmp_path.iterdir() if not each.name.startswith("boussole-")) == [
        "autre.db",
        erased_list.NAME,
    ]


def test_what_was_copied_before_an_upgrade_or_a_restore_goes_in_time_too(tmp_path: Path) -> None:
    """They are copies like the others."""
    path = tmp_path / "boussole.db"
    for name, age in (("before-restore", 36), ("before-0002-from-0001", 36), ("before-0003-from-0002", 34)):
        beside = tmp_path / f"boussole.db.{name}"
        beside.touch()
        at = (NOON - timedelta(days=age)).timestamp()
        os.utime(beside, (at, at))
    copies.thin_beside(path, NOON, KEEP)
    assert [each.name for each in tmp_path.iterdir()] == ["boussole.db.before-0003-from-0002"]


def test_what_was_copied_of_a_server_before_an_upgrade_or_a_restore_goes_in_time_too(tmp_path: Path) -> None:
    """It lies in the folder of the copies, under another name; and so does what was left of one that was killed."""
    upgrade, restored = "boussole.before-0003-from-0002.dump", "boussole.before-restore-20261101T120000Z.dump"
    for name, age in ((upgrade, 36), (restored, 34), (f".{upgrade}.part", 1), ("boussole.toml", 400)):
        (tmp_path / name).touch()
        at = (NOON - timedelta(days=age)).timestamp()
        os.utime(tmp_path / name, (at, at))
    copies.thin(tmp_path, NOON, KEEP)
    assert sorted(each.name for each in tmp_path.iterdir()) == [restored, "boussole.toml"]


def test_what_a_restore_that_was_killed_left_beside_is_no_copy_to_keep(tmp_path: Path) -> None:
    """It holds everybody, and no list says when they are to be forgotten."""
    names = ("boussole.db.restoring", "boussole.db.restoring-wal", ".boussole.db.before-0002-from-0001.part")
    for name, age in (*((name, 61) for name in names), ("boussole.db.restoring-shm", 59), ("boussole.db", 61)):
        (tmp_path / name).touch()
        at = (NOON - timedelta(minutes=age)).timestamp()
        os.utime(tmp_path / name, (at, at))
    copies.thin_beside(tmp_path / "boussole.db", NOON, KEEP)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["boussole.db", "boussole.db.restoring-shm"]


def test_one_copy_an_hour_whoever_asks(database: Database) -> None:
    """Of several processes, one; a clock that was wrong does not stop them for ever."""
    hour = timedelta(hours=1)

    def asks(at: datetime) -> bool:
        with database.write() as connection:
            return copies.claim(connection, at, hour)

    assert [asks(NOON), asks(NOON + hour / 2), asks(NOON + hour), asks(NOON + hour)] == [True, False, True, False]
    assert asks(NOON - timedelta(days=400))
    with database.write() as connection:
        copies.put_off(connection, NOON, hour, timedelta(minutes=5))
    assert [asks(NOON + timedelta(minutes=4)), asks(NOON + timedelta(minutes=5))] == [False, True]


def test_the_list_of_erasures_keeps_those_of_other_databases_and_none_that_is_too_old(
    file_database: Database, tmp_path: Path
) -> None:
    """What was replaced by another database is still known by its own key; no print outlives the last copy."""
    path = tmp_path / erased_list.NAME
    late, old = NOON - KEEP + timedelta(hours=1), NOON - KEEP
    erased_list.write(path, {"z": {"theirs": late, "too old": old}})
    with file_database.write() as connection:
        tombstones.prepare(connection, lambda n: "k" * n)
        connection.execute(insert(erasures), [{"mac": "ours", "at": late}, {"mac": "too old", "at": old}])
    assert copies.keep_erasures(file_database, tmp_path, NOON, KEEP)
    assert {key[0]: set(prints) for key, prints in erased_list.read(path).items()} == {"z": {"theirs"}, "k": {"ours"}}


def test_of_two_lists_that_know_the_same_erasure_the_last_hour_holds() -> None:
    """Who came back between the two, and left again, is erased again."""
    first, last = {"k": {"print": NOON}}, {"k": {"print": NOON + timedelta(days=1)}}
    assert erased_list.together([first, last]) == erased_list.together([last, first]) == last
