"""What opens the summary elsewhere, on each kind of database: tokens, links, who reads on Mondays."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import insert, select

from handlers.messages import Reply
from scheduler.clock import SetClock
from storage import erasure, joining, mondays, one_time, tokens
from storage.database import Database
from storage.one_time import Reader
from storage.tables import addresses, openings, people, readers, roles, sittings
from storage.tables import outbox as ledger
from tests.echo import NOON

CLOCK = SetClock(NOON)
REPLY = Reply("Bilan")
KEY = "k" * 32
SOON = NOON + timedelta(minutes=15)


def agent(database: Database, peer: str, role: str = "agent") -> int:
    """Someone with a role, on a channel."""
    with database.write() as connection:
        known = {"created_at": NOON, "last_seen_at": NOON, "resting": False}
        person: int = connection.execute(insert(people).values(known).returning(people.c.id)).scalar_one()
        where = {"person": person, "channel": "terminal", "peer": peer, "private": True}
        connection.execute(insert(addresses), where)
        connection.execute(insert(roles), {"person": person, "role": role, "network": "", "granted_at": NOON})
    return person


def test_a_link_opens_once_whoever_comes_first(database: Database) -> None:
    person = agent(database, "a")
    with database.write() as connection:
        one_time.keep(connection, CLOCK.draw, KEY, Reader(person), SOON)
    with database.write() as connection:
        assert one_time.is_open(connection, KEY, NOON)
        secret = one_time.open_once(connection, CLOCK.draw, KEY, NOON)
        assert secret is not None
        assert one_time.open_once(connection, CLOCK.draw, KEY, NOON) is None
        assert one_time.reader_of(connection, secret, NOON) == Reader(person)
        assert one_time.reader_of(connection, KEY, NOON) is None, "a link is no seat"
        assert one_time.open_once(connection, CLOCK.draw, secret, NOON) is None, "nor the other way round"


def test_what_is_over_is_swept(database: Database) -> None:
    person = agent(database, "a")
    with database.write() as connection:
        one_time.keep(connection, CLOCK.draw, KEY, Reader(person), SOON)
        one_time.open_once(connection, CLOCK.draw, KEY, NOON)
        one_time.sweep(connection, SOON)
        assert connection.execute(openings.select()).all() == []
        assert len(connection.execute(sittings.select()).all()) == 1
        one_time.sweep(connection, NOON + timedelta(hours=1))
        assert connection.execute(sittings.select()).all() == []


def test_only_a_role_that_reads_it_opens_it(database: Database) -> None:
    person = agent(database, "a", "animator")
    with database.write() as connection:
        one_time.keep(connection, CLOCK.draw, KEY, Reader(person), SOON)
        assert one_time.open_once(connection, CLOCK.draw, KEY, NOON) is None
        mondays.want(connection, person, since=NOON)
        assert mondays.monday(connection, "summary/2026-W47/", NOON, 10) == ()


def test_a_token_is_found_by_all_of_it(database: Database) -> None:
    with database.write() as connection:
        shown = tokens.new(connection, CLOCK.draw, "Grist", [tokens.SUMMARIES], NOON)
        found = tokens.holder(connection, shown, NOON)
        assert found is not None
        assert found.scopes == {tokens.SUMMARIES}
        assert tokens.holder(connection, shown[:-1] + ("a" if shown[-1] != "a" else "b"), NOON) is None


def test_people_then_mailboxes_are_read_in_slices_and_once(database: Database) -> None:
    persons = [agent(database, peer) for peer in "def"]
    with database.write() as connection:
        for person in persons:
            mondays.want(connection, person, since=NOON)
        for box in ("x@ville.example", "y@ville.example"):
            mondays.add(connection, box, NOON)
    names: list[str] = []
    for _ in range(4):
        with database.write() as connection:
            found = mondays.monday(connection, "summary/w/", NOON, 2)
            names += [who.name for who in found]
            lines = [mondays.Line(f"summary/w/{who.name}", who, REPLY) for who in found]
            mondays.write(connection, lines, NOON)
            assert mondays.write(connection, lines, NOON) == []
    assert names == [*map(str, persons), "mail-1", "mail-2"]
    with database.read() as connection:
        vias = connection.execute(select(ledger.c.via).where(ledger.c.kind == "summary")).scalars().all()
    assert sorted(vias) == ["mail", "mail", "terminal", "terminal", "terminal"]


def test_two_who_become_one_read_it_once_and_an_erased_one_no_more(database: Database) -> None:
    kept, gone = agent(database, "a"), agent(database, "b")
    with database.write() as connection:
        mondays.want(connection, gone, since=NOON)
        joining.join(connection, kept, gone, "terminal", NOON)
        assert mondays.each_monday(connection, kept)
        erasure.forget(connection, kept, NOON)
        assert connection.execute(readers.select()).all() == []
