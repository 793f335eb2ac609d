"""The schema: what a start does with an empty, current, older, newer or foreign database."""

from __future__ import annotations

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import accumulate
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text, update

from storage import errors, schema
from storage.backup import copy_before_upgrade
from storage.database import Database, open_database
from storage.errors import DatabaseForeign, DatabaseNewer, StorageRefused
from storage.tables import metadata
from tests.databases import emptied
from tests.measures import record

COMMON = Path(__file__).resolve().parents[2] / "content" / "common"
MOST_STATEMENTS = 200
# Each of them in `make faults`; one in five here.
STRIDE = 1 if int(os.environ.get("BOUSSOLE_KILLS", "50")) > 50 else 5


def shape(database: Database) -> list[tuple[str, ...]]:
    """What SQLite says of itself, spaces and the order of columns aside: an added column comes last."""
    query = text("SELECT type, name, tbl_name, coalesce(sql, '') FROM sqlite_master ORDER BY type, name")
    with database.read() as connection:
        return [(*row[:3], *parts(row[3])) for row in connection.execute(query)]


def parts(sql: str) -> list[str]:
    """A statement cut at the commas that are in no inner parenthesis, in order of the alphabet."""
    spaced = " ".join(sql.split())
    depths = list(accumulate((mark == "(") - (mark == ")") for mark in spaced))
    cut = "".join("\n" if (mark, depth) == (",", 1) else mark for mark, depth in zip(spaced, depths, strict=True))
    head, _, rest = cut.partition("(")
    return [head, *sorted(part.strip() for part in rest.removesuffix(")").split("\n"))]


def test_the_code_knows_every_migration() -> None:
    """The constants that make a start fast say what Alembic would."""
    script = ScriptDirectory.from_config(schema.configuration())
    revisions = [revision.revision for revision in script.walk_revisions()]
    assert (tuple(reversed(revisions)), script.get_current_head()) == (schema.REVISIONS, schema.HEAD)


def test_the_migrations_lead_to_the_tables_of_the_code(url: str) -> None:
    """Nothing is missing, nothing is left, on each kind of database."""
    database = open_database(url)
    with database.write() as connection:
        schema.migrate(connection)
    with database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    assert schema.current(database) == schema.HEAD
    database.close()


def test_creating_and_migrating_give_the_same_schema(tmp_path: Path) -> None:
    """To the last constraint."""
    created, migrated = (open_database(f"sqlite:///{tmp_path}/{name}.db") for name in ("created", "migrated"))
    with created.write() as connection:
        schema.create(connection)
    with migrated.write() as connection:
        schema.migrate(connection)
    assert shape(created) == shape(migrated)
    created.close()
    migrated.close()


def test_an_empty_database_is_prepared_once(url: str) -> None:
    """The second start finds nothing to do."""
    database = open_database(url)
    first, second = schema.prepare(database), schema.prepare(database)
    assert (first.before, first.after, second.before) == (None, schema.HEAD, schema.HEAD)
    database.close()


def test_a_current_schema_is_recognised_without_alembic(file_database: Database) -> None:
    """A start stays fast."""
    program = (
        "import sys\nfrom storage import schema\nfrom storage.database import open_database\n"
        "schema.prepare(open_database(sys.argv[1]))\nassert 'alembic' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", program, file_database.url], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr


def test_an_older_database_is_upgraded_with_what_it_holds(url: str) -> None:
    """A row of the first release is there afterwards, and the new columns are empty."""
    database = _first_release(url)
    upgraded = schema.prepare(database, copy_before_upgrade)
    with database.read() as connection:
        row = connection.execute(text("SELECT peer, blocked_at FROM addresses WHERE id = 7")).one()
    assert (upgraded.before, upgraded.after, tuple(row)) == (schema.REVISIONS[0], schema.HEAD, ("u1", None))
    assert (upgraded.copy is not None) == (database.path is not None)
    database.close()


@pytest.mark.row("F51")
def test_a_database_from_the_future_is_refused(database: Database) -> None:
    """It says which revision was found, and which is known."""
    with database.write() as connection:
        connection.execute(update(schema._version).values(version_num="9999_later"))
    with pytest.raises(DatabaseNewer) as refused:
        schema.prepare(database)
    assert refused.value.facts == {"found": "9999_later", "known": schema.HEAD}


def test_someone_elses_database_is_refused(url: str) -> None:
    """And nothing is added to it."""
    database = open_database(url)
    with database.write() as connection:
        connection.execute(text("CREATE TABLE invoices (id integer)"))
    with pytest.raises(DatabaseForeign):
        schema.prepare(database)
    database.close()


def test_a_copy_is_made_before_an_existing_schema_changes(file_database: Database) -> None:
    """With the rows that it had; that of an interrupted upgrade is not overwritten."""
    with file_database.write() as connection:
        connection.execute(text("INSERT INTO marks (name, value) VALUES ('seen', 'before')"))
    made = copy_before_upgrade(file_database, "0000_older")
    with file_database.write() as connection:
        connection.execute(text("UPDATE marks SET value = 'half-way'"))
    again = copy_before_upgrade(file_database, "0000_older")
    assert made is not None
    assert made == again
    with closing(sqlite3.connect(made)) as copy:
        assert copy.execute("SELECT value FROM marks").fetchall() == [("before",)]


KILLED = """
import os, sys
from sqlalchemy import event
from sqlalchemy.engine import Engine
from alembic import command  # once, for all the children
from storage import schema
from storage.database import open_database

seen = 0
last = 0

@event.listens_for(Engine, "before_cursor_execute")
def count(*_):
    global seen
    seen += 1
    if seen == last:
        os._exit(137)

def migrated(url):
    database = open_database(url)
    with database.write() as connection:
        schema.migrate(connection)
    os._exit(0)

# A number and an address a line; the answer is how the child ended.
for line in sys.stdin:
    nth, url = line.split()
    child = os.fork()
    if child == 0:
        last = int(nth)
        migrated(url)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


@pytest.mark.slow
@pytest.mark.row("F50", "G18")
@pytest.mark.parametrize("kind", ["file", "server"])
def test_a_crash_at_any_statement_of_a_migration_leaves_old_or_new(
    tmp_path: Path, kind: str, request: pytest.FixtureRequest
) -> None:
    """Never between; the next start succeeds, and finds what the first release wrote."""
    stride = STRIDE if kind == "file" else STRIDE * STRIDE
    command, pipe, first = [sys.executable, "-c", KILLED], subprocess.PIPE, tmp_path / "first.db"
    _first_release(f"sqlite:///{first}").close()
    with subprocess.Popen(command, text=True, stdin=pipe, stdout=pipe) as harness:
        assert harness.stdin is not None
        assert harness.stdout is not None
        for nth in range(1, MOST_STATEMENTS, stride):
            if kind == "file":
                url = f"sqlite:///{shutil.copy(first, tmp_path / f'{nth}.db')}"
            else:
                _first_release(url := emptied(request.getfixturevalue("postgresql"))).close()
            harness.stdin.write(f"{nth} {url}\n")
            harness.stdin.flush()
            ended = int(harness.stdout.readline())
            assert ended in (0, 137)
            # What a start then does is the same whatever undid the rest: here not after each crash.
            _is_old_or_new(url, nth, starts=STRIDE == 1 or ended == 0 or nth // stride % 5 == 1)
            if ended == 0:
                assert nth > MOST_STATEMENTS / 10
                harness.stdin.close()
                told = f"{kind}: a crash at one statement in {stride} of {nth - 1}"
                record("G18", f"{told}: old or new, and started again", met=True)
                return
    pytest.fail("the migration never ended")


def _first_release(url: str) -> Database:
    """A database of the first release, and somebody in it."""
    database = open_database(url)
    with database.write() as connection:
        schema.migrate(connection, schema.REVISIONS[0])
        columns = "(id, channel, peer, private)"
        connection.execute(text(f"INSERT INTO addresses {columns} VALUES (7, 'terminal', 'u1', true)"))
    return database


def _is_old_or_new(url: str, nth: int, *, starts: bool) -> None:
    """What a crash left is the old schema or the new one, as it says itself; a start makes it the new one."""
    database = open_database(url)
    with database.read() as connection:
        names = set(inspect(connection).get_table_names())
    left, added = schema.current(database), set(metadata.tables) - names
    assert (left, bool(added)) in {(schema.REVISIONS[0], True), (schema.HEAD, False)}, nth
    if starts:
        schema.prepare(database)
        assert schema.current(database) == schema.HEAD
    with database.read() as connection:
        assert connection.execute(text("SELECT peer FROM addresses WHERE id = 7")).scalar_one() == "u1"
    database.close()


def refusals(kind: type[StorageRefused]) -> list[type[StorageRefused]]:
    """A refusal and all that are more precise."""
    return [kind, *(each for sub in kind.__subclasses__() for each in refusals(sub))]


def test_every_refusal_has_its_own_sentence() -> None:
    """No traceback, no bare name of a class."""
    texts = "\n".join(path.read_text(encoding="utf-8") for path in COMMON.glob("*.fr.ftl"))
    names = [kind.name for kind in refusals(errors.StorageRefused)]
    assert len(set(names)) == len(names)
    assert [name for name in names if not re.search(rf"^{name} = ", texts, re.MULTILINE)] == []
