"""What the public pages read of the database: bounded, and the same on every kind of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert, update

from storage import agenda, gathering_rows
from storage.database import Database
from storage.tables import bookings, gatherings

NOW = datetime(2026, 12, 1, 11, 0, tzinfo=UTC)


def row(number: int, start: datetime, **changes: Any) -> dict[str, Any]:
    """A gathering as it is kept."""
    counted = {"aside": 0, "walk_ins": 0, "sequence": 0, "version": 1, "delay": 0, "seats": None, "role": None}
    said = {"network": "apes", "kind": "petit_dej", "series": "", "recurrence": "", "state": "published", "reason": ""}
    named = {"uid": f"u{number}", "code": f"c{number}", "created_at": NOW, "updated_at": NOW}
    hours = gathering_rows.hours(start, start + timedelta(hours=1), "Europe/Paris")
    return {**counted, **said, **named, **hours, **gathering_rows.texts({"title": str(number)}), **changes}


def write(database: Database, *rows: dict[str, Any]) -> None:
    """They are there."""
    with database.write() as connection:
        connection.execute(insert(gatherings), list(rows))


def read(database: Database) -> agenda.Agenda:
    """What is known of them."""
    with database.read() as connection:
        return agenda.read(connection, NOW)


def seen(database: Database) -> list[str]:
    """Their titles."""
    return [each.title for each in read(database).gatherings]


def test_what_is_public_is_what_was_announced_from_two_months_ago_to_a_year_ahead(database: Database) -> None:
    """The first one first; a draft never, even one that was given up."""
    soon, day = NOW + timedelta(days=2), timedelta(days=1)
    write(
        database,
        row(1, soon + day),
        row(2, soon),
        row(3, soon, state="moved", sequence=1),
        row(4, soon, state="cancelled", sequence=1),
        row(5, soon, state="cancelled"),
        row(6, soon, state="draft"),
        row(7, NOW - 60 * day),
        row(8, NOW - 63 * day),
        row(9, NOW + 399 * day),
        row(10, NOW + 401 * day),
    )
    assert seen(database) == ["7", "2", "3", "4", "1", "9"]


def test_the_seats_that_are_taken_are_counted_for_all_at_once(database: Database) -> None:
    """Given and offered ones count; who waits, or left, does not."""
    soon = NOW + timedelta(days=2)
    write(database, *(row(number, soon, seats=3) for number in (1, 2, 3)), row(4, soon))
    usual = {"offers": 0, "joins": 0, "leaves": 0, "told": 0, "name": "", "needs": "", "useful": ""}
    held = [(1, 2, "seated"), (1, 1, "offered"), (2, 2, "seated"), (2, 5, "waiting"), (3, 3, "left"), (4, 9, "seated")]
    with database.write() as connection:
        for gathering, seats, state in held:
            values = {"gathering": gathering, "seats": seats, "state": state, "asked_at": NOW, "updated_at": NOW}
            connection.execute(insert(bookings).values({**usual, **values}))
    assert read(database).full == {1}


def test_the_mark_changes_with_what_is_shown_and_only_then(database: Database) -> None:
    """It is all that is asked while nothing happens."""
    write(database, row(1, NOW + timedelta(days=2)), row(2, NOW + timedelta(days=3)))
    marks = [read(database).mark]
    for values in (
        {"title": "Autre", "version": 2},
        {"aside": 4, "updated_at": NOW + timedelta(seconds=1)},
        {"state": "draft"},
    ):
        with database.write() as connection:
            connection.execute(update(gatherings).where(gatherings.c.id == 2).values(values))
        marks.append(read(database).mark)
    write(database, row(3, NOW + timedelta(days=4)))
    marks.append(read(database).mark)
    assert len(set(marks)) == len(marks)
    assert read(database).mark == marks[-1]


def test_however_many_there_are_no_more_than_a_bound_is_read(either_database: Database) -> None:
    """A page that anybody may ask for costs no more than that."""
    start = NOW + timedelta(days=1)
    rows = [row(number, start + timedelta(minutes=number)) for number in range(agenda.MOST + 20)]
    for first in range(0, len(rows), 500):
        write(either_database, *rows[first : first + 500])
    assert seen(either_database) == [str(number) for number in range(agenda.MOST)]


def test_nothing_announced_is_an_answer_too(database: Database) -> None:
    """And nothing of it has changed since."""
    found = read(database)
    assert replace(found, mark="") == agenda.Agenda(NOW, "", NOW)
