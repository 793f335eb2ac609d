"""Gatherings posted in rooms: where their network wanted it, once, and again only when something changes."""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import insert, select, update

from handlers.gatherings import TEXT_FIELDS
from handlers.messages import Address
from scheduler import posts
from storage import rooms as moves
from storage.database import Database
from storage.gathering_rows import hours
from storage.tables import addresses, gatherings, rooms
from storage.tables import outbox as ledger
from tests.broadcasting import scene
from tests.echo import NOON

DAY, HOUR = timedelta(days=1), timedelta(hours=1)


@pytest.fixture
def database(either_database: Database) -> Database:
    """On each of the two."""
    return either_database


def room(database: Database, peer: str, network: str = "apes", *, enabled: bool = True) -> None:
    """A room where the bot is."""
    values = {"channel": "terminal", "peer": peer, "since": NOON, "enabled_at": NOON if enabled else None}
    with database.write() as connection:
        connection.execute(insert(rooms), {**values, "network": network})


def gathering(database: Database, start: datetime, network: str = "apes", **values: Any) -> int:
    """One that takes place."""
    row: dict[str, Any] = dict.fromkeys(TEXT_FIELDS, "") | {
        "title": "Petit déj",
        "place": "La maison",
        "series": "",
        "seats": None,
    }
    row |= {"uid": f"{start}{network}", "network": network, "kind": "petit_dej", "recurrence": "", "state": "published"}
    row |= {"aside": 0, "walk_ins": 0, "sequence": 0, "version": 0, "code": f"c{start:%d%H}{network}", "reason": ""}
    row |= {
        "delay": 0,
        "created_at": NOON - DAY,
        "updated_at": NOON - DAY,
        **hours(start, start + HOUR, "Europe/Paris"),
    }
    with database.write() as connection:
        made = insert(gatherings).values({**row, **values}).returning(gatherings.c.id)
        return int(connection.execute(made).scalar_one())


def change(database: Database, id: int, **values: Any) -> None:
    """Its network writes it anew."""
    with database.write() as connection:
        connection.execute(update(gatherings).where(gatherings.c.id == id).values(**values))


def look(database: Database, now: datetime) -> None:
    """One look of the scheduler."""
    with database.write() as connection:
        posts.send_due(connection, scene(now))


def posted(database: Database) -> list[tuple[str, str]]:
    """Where, and the first line of what was posted, in order."""
    query = select(addresses.c.peer, ledger.c.body).join(addresses, addresses.c.id == ledger.c.address)
    with database.read() as connection:
        rows = connection.execute(query.where(ledger.c.kind == "broadcast").order_by(ledger.c.id)).all()
        return [(row.peer, json.loads(row.body)["t"].split("\n")[0]) for row in rows]


def test_a_gathering_is_posted_once_a_week_before_where_its_network_wanted_it(database: Database) -> None:
    """Not in a room of another network, nor in one that nobody with a role wanted."""
    room(database, "ours")
    room(database, "theirs", "mel")
    room(database, "anyone", "")
    room(database, "unwanted", enabled=False)
    gathering(database, NOON + 8 * DAY)
    look(database, NOON)
    assert posted(database) == []
    with database.read() as connection:
        assert posts.next_due(connection, scene(NOON)) == NOON + DAY
    look(database, NOON + DAY)
    look(database, NOON + 2 * DAY)
    assert posted(database) == [("anyone", "Nouvelle rencontre :"), ("ours", "Nouvelle rencontre :")]
    with database.read() as connection:
        assert posts.next_due(connection, scene(NOON + DAY)) is None


def test_a_move_and_a_cancellation_are_posted_where_it_was_and_nowhere_else(database: Database) -> None:
    """Once for each change that people are told; what was never posted is not cancelled there."""
    room(database, "ours")
    id, far = gathering(database, NOON + DAY), gathering(database, NOON + 20 * DAY)
    look(database, NOON)
    change(database, id, sequence=1, state="moved", **hours(NOON + 30 * DAY, NOON + 30 * DAY + HOUR, "Europe/Paris"))
    change(database, far, sequence=1, state="cancelled")
    gathering(database, NOON + 21 * DAY, sequence=1, state="moved")
    look(database, NOON)
    look(database, NOON)
    change(database, id, sequence=2, state="cancelled", reason="La salle est fermée.")
    look(database, NOON)
    lines = ["Nouvelle rencontre :", "Changement pour cette rencontre :", "Cette rencontre est annulée :"]
    assert posted(database) == [("ours", line) for line in lines]


def test_what_was_just_changed_waits_for_a_minute_and_the_night_for_the_morning(database: Database) -> None:
    """Moved twice within a minute, it is posted once, as it is at last."""
    room(database, "ours")
    id = gathering(database, NOON + DAY)
    look(database, NOON)
    for number, said_at in ((1, NOON + timedelta(seconds=60)), (2, None)):
        change(database, id, sequence=number, state="moved", updated_at=NOON, said_at=said_at)
        look(database, NOON + timedelta(seconds=number * 10))
    assert len(posted(database)) == 1
    look(database, NOON.replace(hour=21))
    assert len(posted(database)) == 1
    look(database, NOON + timedelta(seconds=60))
    assert len(posted(database)) == 2


def test_a_room_that_goes_by_another_name_is_not_told_again(database: Database) -> None:
    """What it was told under its former name was told."""
    room(database, "ours")
    gathering(database, NOON + DAY)
    look(database, NOON)
    with database.write() as connection:
        moves.move(connection, Address("terminal", "ours"), Address("terminal", "newer"))
    look(database, NOON)
    assert [peer for peer, _ in posted(database)] == ["newer"]
