"""Everything that a database holds arrives in another one, of either kind, and the former one is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Connection, event, func, insert, select, update

from storage import moving, schema
from storage.database import Database, open_database
from storage.errors import CopyDiffers, CopyRefused, DatabaseForeign, DatabaseMoved
from storage.notes import MOVED, noted
from storage.tables import addresses, metadata, outbox, people
from tests.databases import emptied
from tests.echo import NOON
from tests.storage.test_export import seed

MANY = 2 * moving.SLICE + 7
FIRST, ERASED = 100, 5_000
"""Numbers of rows: of the first of many, and of one that is there no more."""
WAYS = [("file", "server"), ("server", "file"), ("file", "other file")]


def url_of(kind: str, folder: Path, request: pytest.FixtureRequest) -> str:
    """The address of an empty database of this kind."""
    if kind == "server":
        return emptied(request.getfixturevalue("postgresql"))
    return f"sqlite:///{folder}/{kind.replace(' ', '-')}.db"


@pytest.fixture(params=WAYS, ids=lambda way: f"{way[0]} to {way[1]}")
def pair(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[Database, Database]]:
    """A full database, and an empty one."""
    source, target = (open_database(url_of(kind, tmp_path, request)) for kind in request.param)
    schema.prepare(source)
    fill(source)
    yield source, target
    source.close()
    target.close()


def fill(database: Database) -> None:
    """Rows in every table, more than a slice in some; of the last ones, some were erased."""
    seed(database)
    with database.write() as connection:
        # What the rules of one kind of database take and the other might not.
        odd = ["é'\"\\ %s :x", "日本語 🧭", "a" * 255, "\u202e", "", " "]
        rows = [
            {
                "id": FIRST + n,
                "channel": "telegram",
                "peer": f"{n} {odd[n % len(odd)]}"[:255],
                "person": None,
                "private": n % 2 == 0,
            }
            for n in range(MANY)
        ]
        connection.execute(insert(addresses), rows)
        instants = [NOON + timedelta(microseconds=n) for n in range(MANY)]
        usual = {"kind": "reply", "state": "sent", "via": "telegram", "attempts": 1}
        told = [
            {"id": FIRST + n, "key": f"k{n}", "due_at": at, "created_at": at, **usual} for n, at in enumerate(instants)
        ]
        connection.execute(insert(outbox), told)
        ids = connection.execute(select(outbox.c.id).order_by(outbox.c.id.desc()).limit(3)).scalars().all()
        connection.execute(outbox.delete().where(outbox.c.id.in_(ids)))


def everything(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, but what says that it moved."""
    with database.read() as connection:
        return {
            table.name: sorted((tuple(map(same, row)) for row in connection.execute(select(table))), key=repr)
            for table in metadata.sorted_tables
        }


def same(value: object) -> object:
    """The same of each kind of database."""
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value


def test_everything_arrives_and_is_counted(pair: tuple[Database, Database]) -> None:
    """Each value of each row of each table, whichever way."""
    source, target = pair
    before = everything(source)
    assert all(before.values()), "every table has something in it"
    counted = moving.copy(source, target, NOON)
    assert everything(target) == before
    assert {name: each.rows for name, each in counted.items()} == {name: len(rows) for name, rows in before.items()}
    assert schema.current(target) == schema.HEAD
    schema.prepare(target)


def test_the_next_row_gets_a_number_that_no_row_ever_had(pair: tuple[Database, Database]) -> None:
    """Not even one that was erased: a number in an old log names nobody else."""
    source, target = pair
    now = {"created_at": NOON, "last_seen_at": NOON}
    with source.write() as connection:
        if not source.is_sqlite:
            connection.execute(select(func.setval("people_id_seq", ERASED)))
        connection.execute(insert(people), {"id": ERASED, **now})
        connection.execute(people.delete().where(people.c.id == ERASED))
    moving.copy(source, target, NOON)
    with target.write() as connection:
        person = connection.execute(insert(people), now).inserted_primary_key
        here = {"channel": "telegram", "peer": "new", "private": True}
        address = connection.execute(insert(addresses), here).inserted_primary_key
    assert (person, address) == ((ERASED + 1,), (FIRST + MANY,))


def test_the_former_one_is_not_used_any_more(pair: tuple[Database, Database]) -> None:
    """Two with the same people would both write to them; it may still be copied again, if the new one is lost."""
    source, target = pair
    moving.copy(source, target, NOON)
    with pytest.raises(DatabaseMoved):
        schema.prepare(source)
    schema.prepare(target)
    with target.read() as connection:
        assert noted(connection, MOVED) is None


def test_what_is_not_empty_is_not_written_over(pair: tuple[Database, Database]) -> None:
    """Nor is anything marked."""
    source, target = pair
    schema.prepare(target)
    with pytest.raises(CopyRefused) as refused:
        moving.copy(source, target, NOON)
    assert refused.value.facts["why"] == "target"
    schema.prepare(source)


def test_an_empty_one_is_no_source(tmp_path: Path) -> None:
    """A name written wrong creates nothing."""
    source, target = (open_database(f"sqlite:///{tmp_path}/{name}.db") for name in ("a", "b"))
    with pytest.raises(CopyRefused) as refused:
        moving.copy(source, target, NOON)
    assert refused.value.facts["why"] == "source"
    assert schema.current(target) is None


def test_a_copy_that_arrives_changed_is_refused_and_is_no_database(pair: tuple[Database, Database]) -> None:
    """What was read again is not what left: nothing is signed, the former one serves on."""
    source, target = pair

    def spoils(connection: Connection, _cursor: object, statement: str, *_: object) -> None:
        if statement.startswith("INSERT INTO outbox"):
            last = select(func.max(outbox.c.id)).scalar_subquery()
            connection.execute(update(outbox).where(outbox.c.id == last).values(attempts=9))

    with target.write() as connection:
        event.listen(connection.engine, "after_cursor_execute", spoils)
    with pytest.raises(CopyDiffers):
        moving.copy(source, target, NOON)
    with pytest.raises(DatabaseForeign):
        schema.current(target)
    schema.prepare(source)
