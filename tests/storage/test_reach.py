"""What leaves unasked goes to the messenger used last, and to the other one when that one refuses it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.messages import Address, Reply
from storage import alerts, bulk, hold, nudges, outbox, reach
from storage.blocked import BLOCKED, set_blocked
from storage.database import Database
from storage.outbox import Mark, OutboxRow
from storage.tables import addresses, people
from storage.tables import outbox as ledger
from tests.echo import NOON
from tests.linking import MX, TG, Place

YES = "linking/confirm:oui"
SECOND = timedelta(seconds=1)


@pytest.fixture
def place(database: Database) -> Place:
    """An administrator on two messengers, who keeps their answers and asked for alerts."""
    place = Place(database)
    for said in ("bonjour", place.invite(), "alertes", "1"):
        place.says(TG, said)
    place.says(TG, choice="privacy/keep:oui")
    place.says(MX, place.code())
    place.says(TG, choice=YES)
    return place


def reached(place: Place, channels: Collection[str] = (TG, MX)) -> list[str]:
    """Where a nudge and an alert would go."""
    with place.database.read() as connection:
        nudged = [who.address.channel for who in nudges.waiting(connection, channels=channels)]
        return nudged + [who.address.channel for who in alerts.watchers(connection, channels)]


def block(place: Place, *channels: str) -> None:
    """These refuse our messages."""
    with place.database.write() as connection:
        for channel in channels:
            set_blocked(connection, Address(channel, "u1"), NOON)


@pytest.mark.parametrize("last", [TG, MX])
def test_the_messenger_used_last_is_chosen(place: Place, last: str) -> None:
    """Whichever was there first."""
    for channel in (TG, MX, last):
        place.says(channel, "menu")
    assert reached(place) == [last] * 2


@pytest.mark.parametrize("last", [TG, MX])
def test_the_other_is_chosen_when_it_refuses_or_does_not_run(place: Place, last: str) -> None:
    """Until someone writes from there again; and none when both refuse."""
    other = ({TG, MX} - {last}).pop()
    place.says(last, "menu")
    assert reached(place, [other]) == [other] * 2
    block(place, last)
    assert reached(place) == [other] * 2
    block(place, other)
    assert reached(place) == []
    place.says(last, "menu")
    assert reached(place) == [last] * 2


def owe(place: Place, key: str, kind: str, state: str) -> None:
    """A row for Matrix."""
    with place.database.write() as connection:
        person = connection.execute(select(people.c.id)).scalar_one()
        address = connection.execute(select(addresses.c.id).where(addresses.c.channel == MX)).scalar_one()
        row = OutboxRow(key, kind, Address(MX, "u1"), Reply(key), NOON)
        outbox.insert(connection, [row], person=person, address=address, state=state)


def row(place: Place, key: str) -> tuple[str, str | None, str]:
    """What became of it: its state, why, and by which channel."""
    wanted = select(ledger.c.state, ledger.c.reason, ledger.c.via).where(ledger.c.key == key)
    with place.database.read() as connection:
        state, reason, via = connection.execute(wanted).one()
    return state, reason, via


def claimed(place: Place, via: str) -> list[str]:
    """What a channel takes from the queue."""
    with place.database.write() as connection:
        return [each.row.key for each in bulk.claim(connection, NOON, via, 10)]


def test_a_row_that_waits_for_a_messenger_that_refuses_it_goes_to_the_other(place: Place) -> None:
    """Once; with nowhere to go it is skipped."""
    owe(place, "a", "broadcast", "queued")
    block(place, MX)
    assert claimed(place, MX) == []
    assert row(place, "a") == ("queued", None, TG)
    assert claimed(place, TG) == ["a"]
    owe(place, "b", "broadcast", "queued")
    block(place, TG)
    assert claimed(place, MX) == []
    assert row(place, "b") == ("skipped", BLOCKED, MX)


@pytest.mark.parametrize(("kind", "left"), [("broadcast", "queued"), ("notice", "queued"), ("reply", "failed")])
def test_a_row_refused_as_it_leaves_goes_to_the_other(place: Place, kind: str, left: str) -> None:
    """But an answer, which belongs where it was asked."""
    owe(place, "a", kind, "sending")
    with place.database.write() as connection:
        outbox.mark(connection, [Mark("a", "failed", NOON, BLOCKED)])
    assert row(place, "a") == ((left, None, TG) if left == "queued" else (left, BLOCKED, MX))
    assert (claimed(place, TG) == ["a"]) == (left == "queued")


def test_what_waited_for_one_who_parted_goes_to_the_first(place: Place) -> None:
    """It is theirs, and the other is nobody's."""
    owe(place, "a", "broadcast", "queued")
    place.says(TG, "délier")
    assert row(place, "a") == ("queued", None, TG)
    assert claimed(place, TG) == ["a"]


def test_a_row_for_a_messenger_that_does_not_run_goes_to_the_other(place: Place) -> None:
    """Once it has waited long enough; not an answer, nor what has an hour of its own, nor what is held."""
    for key, kind in (("a", "broadcast"), ("b", "reminder"), ("c", "reply")):
        owe(place, key, kind, "queued")
    with place.database.write() as connection:
        assert reach.adopt(connection, [TG], NOON - SECOND) == 0
        assert reach.adopt(connection, [TG, MX], NOON) == 0
        hold.put_on_hold(connection, NOON)
        assert reach.adopt(connection, [TG], NOON) == 0
        hold.release(connection)
        assert reach.adopt(connection, [TG], NOON) == 2
    assert [row(place, key) for key in "abc"] == [("queued", None, TG)] * 2 + [("queued", None, MX)]
    assert claimed(place, TG) == ["a", "b"]


def test_a_row_stays_owed_where_nothing_else_runs(place: Place) -> None:
    """The other refuses us, or does not run either: it leaves when its messenger is back."""
    owe(place, "a", "broadcast", "queued")
    with place.database.write() as connection:
        assert reach.adopt(connection, ["terminal"], NOON) == 0
    block(place, TG)
    with place.database.write() as connection:
        assert reach.adopt(connection, [TG], NOON) == 0
    assert row(place, "a") == ("queued", None, MX)
    assert claimed(place, MX) == ["a"]
